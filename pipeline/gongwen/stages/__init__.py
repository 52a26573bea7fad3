"""The stages of a notice's way from page to JSON, one a file or more: pure functions, without IO or state.

`gongwen.assembly` runs them in order. A stage takes the values of those before it and gives the next one; `metadata` and
`checks` give diagnostics too.
"""
