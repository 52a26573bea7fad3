"""The stages on a notice's way from page to JSON, one or more files each: pure functions, without IO or state.

`gongwen.assembly` runs them in order. A stage takes the values of those before it and gives the next one; `metadata` and
`checks` give diagnostics too.
"""
