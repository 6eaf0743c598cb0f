"""A durable outbox: nothing shown as saved is ever lost. Knows bytes, not medicine.

`Store.open` the directory, put a `Queue` in front of it, run a `Delivery` beside it:

- `store`     commits, chained by lane and signed by the commit; receipts; forgetting
- `queue`     asyncio front: `put`, `peek`, `apply_receipt`, `subscribe`, `standing`, …
- `delivery`  the sync worker around a `send` of yours
- `pace`      batch sizes, back-off; `budget`: caps, metered links, calls
- `reader`    read-only view for tools, beside a running writer
- `line`      who goes next
- `space`     who may still put: quotas, reserves, levels
- `salvage`   what happens to a damaged database
- `audit`     checks chains, hashes and signatures; exports
"""

from offline_queue.budget import Conditions, LinkBudget, LinkLimits
from offline_queue.delivery import Delivery, Refused, TooLarge, Unreachable
from offline_queue.errors import (
    LaneFull,
    PayloadTooLarge,
    QueueError,
    QueueFull,
    QueueUnavailable,
    StaleReceipt,
)
from offline_queue.model import (
    Change,
    Damage,
    Entry,
    LaneSpace,
    LaneStanding,
    Level,
    Limits,
    Link,
    LinkState,
    Overview,
    Put,
    Space,
    State,
)
from offline_queue.pace import Pace
from offline_queue.queue import Queue
from offline_queue.reader import Reader
from offline_queue.store import Store

__all__ = [
    "Change",
    "Conditions",
    "Damage",
    "Delivery",
    "Entry",
    "LaneFull",
    "LaneSpace",
    "LaneStanding",
    "Level",
    "Limits",
    "Link",
    "LinkBudget",
    "LinkLimits",
    "LinkState",
    "Overview",
    "Pace",
    "PayloadTooLarge",
    "Put",
    "Queue",
    "QueueError",
    "QueueFull",
    "QueueUnavailable",
    "Reader",
    "Refused",
    "Space",
    "StaleReceipt",
    "State",
    "Store",
    "TooLarge",
    "Unreachable",
]
