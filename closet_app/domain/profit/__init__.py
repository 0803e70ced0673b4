"""What the seller keeps: of a sale that may come, and of an order with all its amounts.

Payout is what the marketplace pays out. Keep is payout − postage − supplies − refunds borne −
cost of goods. What the buyer pays for shipping is in the payout only with the seller's own
label; with the marketplace's label it never reaches the seller.
"""

from __future__ import annotations

from closet_app.domain.profit.orders import LineProfit, OrderMoney, OrderProfit, order_profit
from closet_app.domain.profit.quotes import Quote, SaleTerms, quote
from closet_app.domain.profit.steps import Step, StepKind, waterfall

__all__ = [
    "LineProfit",
    "OrderMoney",
    "OrderProfit",
    "Quote",
    "SaleTerms",
    "Step",
    "StepKind",
    "order_profit",
    "quote",
    "waterfall",
]
