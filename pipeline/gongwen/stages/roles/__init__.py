"""Every block gets its part in the notice: title, recipient, lead, paragraph, signature, attachment ..."""

from gongwen.stages.roles.assignment import ROLES, TEXT_ROLES, roles

__all__ = ["ROLES", "TEXT_ROLES", "roles"]
