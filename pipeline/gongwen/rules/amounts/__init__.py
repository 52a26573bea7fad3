"""Money, quantities and percentages: numbers with a unit, and sums that must add up."""
