// The board as a table; its headings sort.
import { Skeleton, Stack, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { unmask } from '../gql/fragment-masking.js';
import { keyOf } from '../lists/ref.js';
import { useShopName } from '../lists/shops.js';
import { Dot } from '../status/dot.js';
import { FailureNote } from '../status/failure.js';
import { paymentTones, shippingTones } from '../status/tones.js';
import { Age, Bought, Marks, OrderLink, Statuses, ToShip, Total } from './cells.js';
import { reload } from './loading.js';
import { ROW_ORDER } from './order.js';
import type { Row } from './row.js';
import classes from './table.module.css';
import { SORTS, type SortKey, type View } from './view.js';

const COLUMNS = [
  ...(['orderId', 'shop', 'status', 'payment', 'shipping', 'shipBy'] as const),
  ...(['items', 'createdAt', 'total', 'marks'] as const),
];
const isSortable = (column: string): column is SortKey => SORTS.some((key) => key === column);

export interface OrderTableProps {
  readonly rows: readonly Row[];
  readonly view: View;
  readonly onView: (view: View) => void;
}

export function OrderTable({ rows, view, onView }: OrderTableProps) {
  const { t } = useTranslation();
  return (
    <Table className={classes.table} stickyHeader stickyHeaderOffset={52} verticalSpacing={7} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <Table.Th key={column} aria-sort={sortOf(column, view)} data-column={column}>
              {isSortable(column) ? (
                <UnstyledButton className={classes.sort} onClick={() => onView(sortedBy(column, view))}>
                  {t(`column.${column}`)}
                  {view.sort?.key === column &&
                    (view.sort.isDescending ? <IconArrowDown size={13} /> : <IconArrowUp size={13} />)}
                </UnstyledButton>
              ) : column === 'marks' ? (
                <VisuallyHidden>{t('column.marks')}</VisuallyHidden>
              ) : (
                t(`column.${column}`)
              )}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <OrderRow key={keyOf(row.ref)} row={row} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The whole width but for order and shop, which are known before an answer comes. */
const REST = COLUMNS.length - 2;

/** Drawn anew when its own row changes, not with each row that arrives. */
const OrderRow = memo(({ row }: { readonly row: Row }) => {
  const { t } = useTranslation();
  const { ref } = row;
  const shopName = useShopName(ref.shop);
  const order = row.kind === 'order' ? unmask(ROW_ORDER, row.order) : undefined;
  return (
    <Table.Tr data-kind={row.kind}>
      <Table.Td>
        <OrderLink {...ref} />
      </Table.Td>
      <Table.Td>
        <Stack gap={0}>
          <Text size="sm">{shopName}</Text>
          {order && (
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {t(`platform.${order.platform}`)} · {t([`gateway.${order.gateway}`, order.gateway])}
            </Text>
          )}
        </Stack>
      </Table.Td>
      {row.kind === 'loading' && (
        <Table.Td colSpan={REST}>
          <Skeleton h={34} />
        </Table.Td>
      )}
      {row.kind === 'failed' && (
        <Table.Td colSpan={REST}>
          <FailureNote failure={row.failure} onRetry={() => void reload([ref])} />
        </Table.Td>
      )}
      {order && (
        <>
          <Table.Td className={classes.status}>
            <Statuses order={order} />
          </Table.Td>
          <Table.Td>
            <Dot tone={paymentTones[order.paymentStatus]}>{t(`payment.${order.paymentStatus}`)}</Dot>
          </Table.Td>
          <Table.Td>
            <Dot tone={shippingTones[order.shippingStatus]}>{t(`shipping.${order.shippingStatus}`)}</Dot>
          </Table.Td>
          <Table.Td className={classes.status}>
            <ToShip order={order} />
          </Table.Td>
          <Table.Td className={classes.items}>
            <Bought order={order} />
          </Table.Td>
          <Table.Td style={{ whiteSpace: 'nowrap' }}>
            <Age order={order} />
          </Table.Td>
          <Table.Td data-column="total">
            <Total order={order} />
          </Table.Td>
          <Table.Td>
            <Marks order={order} />
          </Table.Td>
        </>
      )}
    </Table.Tr>
  );
});

function sortOf(column: string, { sort }: View): 'ascending' | 'descending' | undefined {
  if (sort?.key !== column) return undefined;
  return sort.isDescending ? 'descending' : 'ascending';
}

/** Up, then down, then as listed. */
function sortedBy(key: SortKey, view: View): View {
  if (view.sort?.key !== key) return { ...view, sort: { key, isDescending: false } };
  return { ...view, sort: view.sort.isDescending ? undefined : { key, isDescending: true } };
}
