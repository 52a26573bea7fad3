"""The body without 中共 and 党组 around its name."""

from gongwen.rules.bodies import state_organ

observe = state_organ
