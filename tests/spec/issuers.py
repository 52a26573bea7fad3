"""The bodies that a notice names as its issuers, and `!` where its dates contradict each other."""

from gongwen.assembly import parse


def observe(given: str) -> str:
    notice = parse(given)
    doubted = any(
        doubt.code == "metadata_contradiction" and "published_at" in doubt.message
        for doubt in notice.diagnostics
    )
    return " + ".join(issuer.value for issuer in notice.metadata.issuers) + (" !" if doubted else "")
