"""What is true without a computer: money, units, fees, profit, status, search language."""
