"""The expressions of rule files: `parse` when a rule file is read, `evaluate` in every run.

    types      what can be said of facts: names, fields, places         when a rule file is read
    messages   every sentence about a mistake in an expression          when a rule file is read
    tokens     what may be written at all                               when a rule file is read
    operands   the rules of types for operators                         when a rule file is read
    functions  the rules of types for functions                         when a rule file is read
    parse      source to tree                                           when a rule file is read
    conditions trees taken apart, and put in order                      when a rule file is read
    evaluate   tree to closures, by the tables of `operations`          in every run
    decimals   exact arithmetic, for the few trees that need it         in every run

`docs/expressions.md` describes the language. This module imports nothing, so that a run pays only for what it uses.
"""
