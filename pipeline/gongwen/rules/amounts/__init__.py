"""Money, quantities and percentages: numbers with a unit, and sums that have to agree."""
