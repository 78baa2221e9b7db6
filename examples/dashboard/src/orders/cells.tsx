// Parts that rows and cards of the list have in common. Plain elements: dozens of rows are drawn in each frame of scrolling.
import { IconCheck, IconClockExclamation, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClock } from '../format/clock.js';
import { formatMoney } from '../format/money.js';
import { formatAge, formatInstant } from '../format/time.js';
import type { ListedOrderFragment } from '../gql/graphql.js';
import { isForbidding, isLeftToShip, permissionOf, type ShippingPermission, urgencyOf } from '../status/shipping.js';
import {
  orderTones,
  paymentTones,
  permissionTones,
  refundTones,
  shippingTones,
  type Tone,
  urgencyTones,
} from '../status/tones.js';
import classes from './cells.module.css';
import { leaveAt } from './left.js';

export interface OrderCellProps {
  readonly order: ListedOrderFragment;
}

export interface OrderNumberProps extends OrderCellProps {
  /** The address of the list, to come back to. */
  readonly from: string;
  /** Its row, to come back to as well. */
  readonly index: number;
  readonly isActive: boolean;
}

export function OrderNumber({ order: { shop, orderId, stale }, from, index, isActive }: OrderNumberProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.number}>
      <Link
        to={`/orders/${shop.id}/${orderId}`}
        state={{ from }}
        tabIndex={isActive ? 0 : -1}
        onClick={() => leaveAt(from, index)}
      >
        {orderId}
      </Link>
      <CopyNumber value={orderId} isActive={isActive} />
      {stale && <IconClockExclamation size={15} stroke={1.7} role="img" aria-label={t('stale')} />}
    </span>
  );
}

function CopyNumber({ value, isActive }: { readonly value: string; readonly isActive: boolean }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <button
      type="button"
      className={classes.copy}
      aria-label={isCopied ? t('copied') : t('copy', { value })}
      tabIndex={isActive ? 0 : -1}
      onClick={copy}
      onBlur={() => setCopied(false)}
    >
      {isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
    </button>
  );
}

const Badge = ({
  tone,
  title,
  children,
}: {
  readonly tone: Tone;
  readonly title?: string;
  readonly children: string;
}) => (
  <span
    className={classes.badge}
    style={{ background: `var(--tone-${tone})`, color: `var(--tone-${tone}-text)` }}
    title={title}
  >
    {children}
  </span>
);

const Dot = ({ tone, children }: { readonly tone: Tone; readonly children: string }) => (
  <span className={classes.dot}>
    <i aria-hidden style={{ background: `var(--tone-${tone}-text)` }} />
    {children}
  </span>
);

export function Statuses({ order: { status, statusCode, refundStatus } }: OrderCellProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.badges}>
      <Badge tone={orderTones[status]} {...(statusCode && { title: statusCode })}>
        {status === 'UNKNOWN' && statusCode ? `${t('status.UNKNOWN')} · ${statusCode}` : t(`status.${status}`)}
      </Badge>
      {refundStatus !== 'NONE' && refundStatus !== 'UNKNOWN' && (
        <Badge tone={refundTones[refundStatus]}>{t(`refund.${refundStatus}`)}</Badge>
      )}
    </span>
  );
}

export function Payment({ order: { paymentStatus } }: OrderCellProps) {
  const { t } = useTranslation();
  return <Dot tone={paymentTones[paymentStatus]}>{t(`payment.${paymentStatus}`)}</Dot>;
}

export function Shipping({ order: { shippingStatus } }: OrderCellProps) {
  const { t } = useTranslation();
  return <Dot tone={shippingTones[shippingStatus]}>{t(`shipping.${shippingStatus}`)}</Dot>;
}

/** Of these the order's own status says as much. */
const SAID_BY_STATUS: ReadonlySet<ShippingPermission> = new Set(['NOT_YET', 'CANCELLED']);

/** That it must not be shipped, or by when it has to be and how near that is; nothing where nothing is left to ship. */
export function ShipBy({ order: { fulfillment } }: OrderCellProps) {
  const { t, i18n } = useTranslation();
  const urgency = useClock((now) => (fulfillment ? urgencyOf(fulfillment, now) : undefined));
  const age = useClock((now) => (fulfillment?.shipBy ? formatAge(fulfillment.shipBy, i18n.language, now) : undefined));
  if (!fulfillment) return <span className={classes.quiet}>–</span>;
  const { status, shipBy } = fulfillment;
  const permission = permissionOf(fulfillment);
  const isForbidden = isForbidding(permission) && !SAID_BY_STATUS.has(permission);
  const moment = shipBy && isLeftToShip(status) ? formatInstant(shipBy, i18n.language) : undefined;
  if (!isForbidden && !urgency) return <span className={classes.quiet}>–</span>;
  return (
    <span className={classes.stack}>
      {isForbidden ? (
        <Badge tone={permissionTones[permission]}>{t(`permission.${permission}`)}</Badge>
      ) : (
        moment && shipBy && <time dateTime={shipBy}>{moment}</time>
      )}
      {urgency && (
        <small style={{ color: `var(--tone-${urgencyTones[urgency]}-text)` }}>
          {[isForbidden ? moment : undefined, t(`urgency.${urgency}`), moment && age].filter(Boolean).join(' · ')}
        </small>
      )}
    </span>
  );
}

export function Instant({ at }: { readonly at: string | null | undefined }) {
  const { i18n } = useTranslation();
  if (!at) return <span className={classes.quiet}>–</span>;
  return (
    <time dateTime={at} className={classes.stack}>
      {formatInstant(at, i18n.language)}
      <small>{formatAge(at, i18n.language)}</small>
    </time>
  );
}

export function Total({ order: { totals } }: OrderCellProps) {
  const { i18n } = useTranslation();
  return <span className={classes.total}>{totals?.total ? formatMoney(totals.total, i18n.language) : '–'}</span>;
}

export function ShopName({ order: { shop, platform, gateway } }: OrderCellProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.stack}>
      {shop.name}
      <small>
        {t(`platform.${platform}`)} · {t([`gateway.${gateway}`, gateway])}
      </small>
    </span>
  );
}
