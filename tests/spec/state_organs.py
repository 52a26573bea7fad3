"""The body without 中共 and 党组 around its name."""

from gongwen.rules.organisations.bodies import state_organ

observe = state_organ
