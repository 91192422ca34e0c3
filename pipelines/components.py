"""What hangs together: things joined in pairs, in whatever order, make the same groups."""

from collections import defaultdict
from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Components(Generic[Thing]):
    """Groups that grow by pairs (union-find); a thing never joined is a group of its own."""

    def __init__(self) -> None:
        self._parents: dict[Thing, Thing] = {}

    def root(self, thing: Thing) -> Thing:
        """Return the thing that stands for the group, the same for all of it until it grows."""
        parent = self._parents.setdefault(thing, thing)
        while parent != self._parents[parent]:
            self._parents[thing] = parent = self._parents[parent]
        return parent

    def joined(self, one: Thing, other: Thing) -> bool:
        """Tell whether two things are of one group."""
        return self.root(one) == self.root(other)

    def join(self, one: Thing, other: Thing) -> None:
        """Make the groups of two things one."""
        self._parents[self.root(one)] = self.root(other)

    def groups(self) -> list[list[Thing]]:
        """Return every group of the things met so far."""
        found: dict[Thing, list[Thing]] = defaultdict(list)
        for thing in list(self._parents):
            found[self.root(thing)].append(thing)
        return list(found.values())
