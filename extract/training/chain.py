"""The linear chain over tags in PyTorch: how surprising the right tags are."""

import torch
from torch import Tensor, nn

from ..tagset import TAGS

NEVER = -1e4


class Chain(nn.Module):
    """What may follow what: learned, but an entity goes on only where it has begun."""

    start: Tensor
    banned: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.follow = nn.Parameter(torch.zeros(TAGS, TAGS))
        banned, start = torch.zeros(TAGS, TAGS), torch.zeros(TAGS)
        for tag in range(2, TAGS, 2):
            banned[:, tag] = NEVER
            banned[[tag - 1, tag], tag] = 0.0
            start[tag] = NEVER
        self.register_buffer("banned", banned)
        self.register_buffer("start", start)

    def transitions(self) -> Tensor:
        """Return a row for the beginning of a sentence, then one for each tag before."""
        return torch.cat((self.start[None], self.follow + self.banned))

    def surprise(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log-likelihood of the right tags, summed over sentences."""
        follow = self.follow + self.banned
        right = emissions.gather(2, tags[..., None])[..., 0]
        steps = (right[:, 1:] + follow[tags[:, :-1], tags[:, 1:]]) * mask[:, 1:]
        score = self.start[tags[:, 0]] + right[:, 0] + steps.sum(1)
        return (self._total(emissions, mask, follow.exp()) - score).sum()

    def _total(self, emissions: Tensor, mask: Tensor, factors: Tensor) -> Tensor:
        columns, alive = emissions.unbind(1), mask.unbind(1)
        total = self.start + columns[0]
        for column, lives in zip(columns[1:], alive[1:], strict=True):
            best = total.amax(1, keepdim=True)
            moved = ((total - best).exp() @ factors + 1e-30).log() + best + column
            total = torch.where(lives[:, None], moved, total)
        return total.logsumexp(1)
