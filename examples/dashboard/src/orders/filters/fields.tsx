// The filters in groups: each a menu where there is room, one under the other on a phone.
import { Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../format/zone.js';
import { useShops } from '../../lists/shops.js';
import { type Filter, PAYMENTS, PLATFORMS, REFUNDS, SHIPPINGS, STATUSES } from '../filter.js';
import { Choices } from './choices.js';
import { MoreFields } from './more.js';
import { SpanFields } from './span.js';
import { TotalFields } from './total.js';

export interface FieldsProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function ShopFields({ filter, onFilter }: FieldsProps) {
  const { t } = useTranslation();
  const { data } = useShops();
  const names = new Map(data?.shops.map(({ id, name }) => [id, name]));
  return (
    <Group align="start" gap="xl">
      <Choices
        label={t('filter.shop')}
        values={[...new Set([...names.keys(), ...filter.shop])]}
        chosen={filter.shop}
        nameOf={(id) => names.get(id) ?? id}
        onChosen={(shop) => onFilter({ ...filter, shop })}
      />
      <Choices
        label={t('filter.platform')}
        values={PLATFORMS}
        chosen={filter.platform}
        nameOf={(platform) => t(`platform.${platform}`)}
        onChosen={(platform) => onFilter({ ...filter, platform })}
      />
    </Group>
  );
}

function StatusFields({ filter, onFilter }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Group align="start" gap="xl">
      <Choices
        label={t('filter.status')}
        values={STATUSES}
        chosen={filter.status}
        nameOf={(status) => t(`status.${status}`)}
        onChosen={(status) => onFilter({ ...filter, status })}
      />
      <Choices
        label={t('filter.payment')}
        values={PAYMENTS}
        chosen={filter.payment}
        nameOf={(status) => t(`payment.${status}`)}
        onChosen={(payment) => onFilter({ ...filter, payment })}
      />
      <Choices
        label={t('filter.shipping')}
        values={SHIPPINGS}
        chosen={filter.shipping}
        nameOf={(status) => t(`shipping.${status}`)}
        onChosen={(shipping) => onFilter({ ...filter, shipping })}
      />
      <Choices
        label={t('filter.refund')}
        values={REFUNDS}
        chosen={filter.refund}
        nameOf={(status) => t(`refund.${status}`)}
        onChosen={(refund) => onFilter({ ...filter, refund })}
      />
    </Group>
  );
}

function DayFields({ filter, onFilter }: FieldsProps) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <Stack>
      <SpanFields
        label={t('filter.placed')}
        zone={zone}
        span={filter.placed}
        onSpan={(placed) => onFilter({ ...filter, placed })}
      />
      <SpanFields
        label={t('filter.paid')}
        zone={zone}
        span={filter.paid}
        onSpan={(paid) => onFilter({ ...filter, paid })}
      />
    </Stack>
  );
}

const TotalField = ({ filter, onFilter }: FieldsProps) => (
  <TotalFields total={filter.total} onTotal={(total) => onFilter({ ...filter, total })} />
);

interface FilterGroup {
  readonly name: 'shops' | 'statuses' | 'days' | 'total' | 'more';
  readonly Fields: (props: FieldsProps) => ReactNode;
  readonly isOn: (filter: Filter) => boolean;
}

export const FILTER_GROUPS: readonly FilterGroup[] = [
  { name: 'shops', Fields: ShopFields, isOn: ({ shop, platform }) => shop.length + platform.length > 0 },
  {
    name: 'statuses',
    Fields: StatusFields,
    isOn: ({ status, payment, shipping, refund }) =>
      status.length + payment.length + shipping.length + refund.length > 0,
  },
  { name: 'days', Fields: DayFields, isOn: ({ placed, paid }) => placed !== undefined || paid !== undefined },
  { name: 'total', Fields: TotalField, isOn: ({ total }) => total !== undefined },
  {
    name: 'more',
    Fields: MoreFields,
    isOn: ({ product, flag, message, memo }) =>
      product.length + flag.length > 0 || message !== undefined || memo !== undefined,
  },
];
