"""巡视巡察整改: the record of a rectification notice."""

from gongwen.profiles.rectification.profile import applies, record

__all__ = ["applies", "record"]
