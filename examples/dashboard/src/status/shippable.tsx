// What a packer has to know of an order or a line: "do not ship", with the reason, or by when to ship it.
import { Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useClock } from '../format/clock.js';
import { formatAge, formatInstant, formatTime } from '../format/time.js';
import type { ShippableFragment } from '../gql/graphql.js';
import { graphql } from '../gql/index.js';
import { ToneBadge } from './badge.js';
import { Dot } from './dot.js';
import { type ShippingPermission, urgencyOf } from './shipping.js';
import { permissionTones, urgencyTones } from './tones.js';

export const SHIPPABLE = graphql(`
  fragment Shippable on Fulfillment {
    status
    mayShip
    holds {
      reason
      code
      message
    }
    shipBy
    overdueRisk
    shipper
  }
`);

interface ShippableProps {
  readonly fulfillment: ShippableFragment;
}

interface PermissionProps extends ShippableProps {
  readonly permission: ShippingPermission;
}

export const PermissionBadge = ({ permission }: { readonly permission: ShippingPermission }) => {
  const { t } = useTranslation();
  return <ToneBadge tone={permissionTones[permission]}>{t(`permission.${permission}`)}</ToneBadge>;
};

/** Why it must not be shipped; nothing where it may be, or where nobody says why. */
export function Reason({ fulfillment, permission }: PermissionProps) {
  const { t } = useTranslation();
  const reason = reasonOf(t, permission, fulfillment);
  return reason === '' ? null : (
    <Text size="xs" span style={{ overflowWrap: 'anywhere' }}>
      {reason}
    </Text>
  );
}

function reasonOf(t: TFunction, permission: ShippingPermission, { holds, shipper }: ShippableFragment): string {
  switch (permission) {
    case 'HELD':
    case 'SHIP_PART':
      return (holds ?? []).map((hold) => wordsOf(t, hold)).join(' · ');
    case 'EXTERNAL':
      return shipper === 'MERCHANT' || shipper === 'UNKNOWN' ? t('because.EXTERNAL') : t(`shipper.${shipper}`);
    case 'NOT_YET':
    case 'CANCELLED':
      return t(`because.${permission}`);
    default:
      return '';
  }
}

/** What kind of thing it is, and the platform's words of it or else its code. */
function wordsOf(t: TFunction, { reason, code, message }: NonNullable<ShippableFragment['holds']>[number]): string {
  const detail = message ?? code;
  if (reason === 'OTHER' && detail) return detail;
  return [t(`holdReason.${reason}`), detail && `(${detail})`].filter(Boolean).join(' ');
}

/** The last moment to ship it, and in colour and in words how near that is. */
export function ShipBy({ fulfillment }: ShippableProps) {
  const { t, i18n } = useTranslation();
  const { shipBy } = fulfillment;
  const urgency = useClock((now) => urgencyOf(fulfillment, now));
  const age = useClock((now) => (shipBy && urgency ? formatAge(shipBy, i18n.language, now) : undefined));
  return (
    <Stack gap={0} style={{ whiteSpace: 'nowrap' }}>
      {shipBy && (
        <Text component="time" dateTime={shipBy} title={formatTime(shipBy, i18n.language)}>
          {formatInstant(shipBy, i18n.language)}
        </Text>
      )}
      {urgency && <Dot tone={urgencyTones[urgency]}>{[t(`urgency.${urgency}`), age].filter(Boolean).join(' · ')}</Dot>}
    </Stack>
  );
}

/** The same in one badge; nothing where nobody says until when, or nothing is left to ship. */
export function ShipByBadge({ fulfillment }: ShippableProps) {
  const { t, i18n } = useTranslation();
  const { shipBy } = fulfillment;
  const urgency = useClock((now) => urgencyOf(fulfillment, now));
  const age = useClock((now) => (shipBy ? formatAge(shipBy, i18n.language, now) : undefined));
  if (!urgency) return null;
  const moment = shipBy && t('shipBy', { time: formatInstant(shipBy, i18n.language) });
  return (
    <ToneBadge tone={urgencyTones[urgency]} title={shipBy ? formatTime(shipBy, i18n.language) : undefined}>
      {[moment, t(`urgency.${urgency}`), age].filter(Boolean).join(' · ')}
    </ToneBadge>
  );
}
