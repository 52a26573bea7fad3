"""标题 发文字号 主送机关 署名 成文日期 ... of a notice, from its text or its page."""

from gongwen.stages.metadata.assembly import context_of, metadata

__all__ = ["context_of", "metadata"]
