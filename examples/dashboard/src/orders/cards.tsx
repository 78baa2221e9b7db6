// The list on a phone: a card for each order, all of one height.
import { Skeleton } from '@mantine/core';
import { memo } from 'react';
import classes from './cards.module.css';
import {
  Instant,
  OrderNumber,
  type OrderNumberProps,
  Payment,
  ShipBy,
  Shipping,
  ShopName,
  Statuses,
  Total,
} from './cells.js';
import { type RowsProps, useRows } from './rows.js';

const CARD = 124;

export function OrderCards(props: RowsProps) {
  const { container, indexes, before, after, roving, orderAt } = useRows<HTMLUListElement>(props, CARD);
  return (
    <ul
      ref={container}
      className={classes.list}
      style={{ paddingTop: before, paddingBottom: after }}
      onKeyDown={roving.onKeyDown}
      onFocus={roving.onFocus}
      data-past={!props.listing.isCurrent || undefined}
    >
      {indexes.map((index) => {
        const order = orderAt(index);
        return order ? (
          <Card key={order.id} index={index} order={order} from={props.from} isActive={index === roving.active} />
        ) : (
          <li key={index} className={classes.card} data-index={index} data-kind="loading">
            <Skeleton h={80} />
          </li>
        );
      })}
    </ul>
  );
}

const Card = memo((props: OrderNumberProps) => {
  const { order, index } = props;
  return (
    <li className={classes.card} data-index={index} data-kind="order">
      <div>
        <OrderNumber {...props} />
        <Total order={order} />
      </div>
      <div>
        <ShopName order={order} />
        <Instant at={order.createdAt} />
      </div>
      <div>
        <Statuses order={order} />
        <ShipBy order={order} />
      </div>
      <div>
        <Payment order={order} />
        <Shipping order={order} />
      </div>
    </li>
  );
});
