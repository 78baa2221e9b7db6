// The list as a table; its headings sort, and only the rows in sight are drawn.
import { Skeleton, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderSortKey } from '../gql/graphql.js';
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
import type { Sort } from './filter.js';
import { type RowsProps, useRows } from './rows.js';
import classes from './table.module.css';

interface Column {
  readonly name: string;
  readonly sort?: OrderSortKey;
}

const COLUMNS: readonly Column[] = [
  { name: 'orderId' },
  { name: 'shop' },
  { name: 'status' },
  { name: 'payment' },
  { name: 'shipping' },
  { name: 'shipBy', sort: 'SHIP_BY' },
  { name: 'createdAt', sort: 'CREATED_AT' },
  { name: 'paidAt', sort: 'PAID_AT' },
  { name: 'total', sort: 'TOTAL' },
];

const ROW = 48;

export function OrderTable(props: RowsProps) {
  const { filter, onFilter, listing } = props;
  const { container, indexes, before, after, roving, orderAt } = useRows<HTMLTableSectionElement>(props, ROW);
  return (
    <Table className={classes.table} layout="fixed" stickyHeader stickyHeaderOffset={52} aria-rowcount={props.rowCount}>
      <colgroup>
        {COLUMNS.map(({ name }) => (
          <col key={name} data-column={name} />
        ))}
      </colgroup>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <Heading
              key={column.name}
              column={column}
              sort={filter.sort}
              onSort={(sort) => onFilter({ ...filter, sort })}
            />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody
        ref={container}
        onKeyDown={roving.onKeyDown}
        onFocus={roving.onFocus}
        data-past={!listing.isCurrent || undefined}
      >
        <Gap height={before} />
        {indexes.map((index) => {
          const order = orderAt(index);
          return order ? (
            <Row key={order.id} index={index} order={order} from={props.from} isActive={index === roving.active} />
          ) : (
            <Waiting key={index} index={index} />
          );
        })}
        <Gap height={after} />
      </Table.Tbody>
    </Table>
  );
}

const Row = memo((props: OrderNumberProps) => {
  const { order, index } = props;
  return (
    <tr className={classes.row} data-index={index} data-kind="order" aria-rowindex={index + 2}>
      <td>
        <OrderNumber {...props} />
      </td>
      <td>
        <ShopName order={order} />
      </td>
      <td>
        <Statuses order={order} />
      </td>
      <td>
        <Payment order={order} />
      </td>
      <td>
        <Shipping order={order} />
      </td>
      <td data-column="shipBy">
        <ShipBy order={order} />
      </td>
      <td>
        <Instant at={order.createdAt} />
      </td>
      <td data-column="paidAt">
        <Instant at={order.paidAt} />
      </td>
      <td data-column="total">
        <Total order={order} />
      </td>
    </tr>
  );
});

const Waiting = ({ index }: { readonly index: number }) => (
  <tr className={classes.row} data-index={index} data-kind="loading">
    <td colSpan={COLUMNS.length}>
      <Skeleton h={18} />
    </td>
  </tr>
);

/** As high as the rows that are left out. */
const Gap = ({ height }: { readonly height: number }): ReactNode =>
  height > 0 && (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={COLUMNS.length} style={{ height }} />
    </tr>
  );

interface HeadingProps {
  readonly column: Column;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

function Heading({ column: { name, sort: key }, sort, onSort }: HeadingProps) {
  const { t } = useTranslation();
  const isSorted = key === sort.key;
  const isDescending = sort.direction === 'DESC';
  return (
    <Table.Th data-column={name} aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}>
      {key ? (
        <UnstyledButton
          className={classes.sort}
          onClick={() => onSort({ key, direction: isSorted && isDescending ? 'ASC' : 'DESC' })}
        >
          {t(`column.${name}`)}
          {isSorted && (isDescending ? <IconArrowDown size={13} /> : <IconArrowUp size={13} />)}
        </UnstyledButton>
      ) : (
        t(`column.${name}`)
      )}
    </Table.Th>
  );
}
