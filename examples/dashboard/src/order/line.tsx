// What a line says of shipping and its order does not: that it must not leave, a deadline of its own, presents, parts.
import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import type { ShippableFragment } from '../gql/graphql.js';
import { graphql } from '../gql/index.js';
import { ToneBadge } from '../status/badge.js';
import { PermissionBadge, Reason, SHIPPABLE, ShipByBadge } from '../status/shippable.js';
import { permissionOf, type ShippingPermission } from '../status/shipping.js';
import { CARRIERS, carrierFacts, PICKED, pickedText } from './picking.js';

const LINE = graphql(`
  fragment LineFulfillment on Fulfillment {
    ...Shippable
    carriers {
      ...Carriers
    }
    isGift
    relatedItemIds
    components {
      ...Picked
    }
  }
`);

const WHOLE = graphql(`
  fragment WholeFulfillment on Fulfillment {
    ...Shippable
    carriers {
      ...Carriers
    }
  }
`);

interface LineShippingProps {
  readonly line: FragmentType<typeof LINE>;
  /** Of its order. */
  readonly whole: FragmentType<typeof WHOLE>;
  /** Of its order, all lines considered. */
  readonly permission: ShippingPermission;
  /** What each line of the order is called, by its id. */
  readonly names: ReadonlyMap<string, string>;
}

export function LineShipping({ line: maskedLine, whole: maskedWhole, permission, names }: LineShippingProps) {
  const { t } = useTranslation();
  const [line, whole] = [unmask(LINE, maskedLine), unmask(WHOLE, maskedWhole)];
  const rulesOf = ({ carriers }: typeof line | typeof whole) =>
    carrierFacts(t, unmask(CARRIERS, carriers)).flatMap(([rule, codes]) => (codes ? [`${rule}: ${codes}`] : []));
  const rules = rulesOf(line).join(' · ');
  const related = line.relatedItemIds?.flatMap((id) => names.get(id) ?? []) ?? [];
  return (
    <Stack gap={3} align="flex-start">
      <Standing own={unmask(SHIPPABLE, line)} whole={unmask(SHIPPABLE, whole)} permission={permission} />
      {line.isGift && (
        <Group gap={8}>
          <ToneBadge tone="violet">{t('fulfillment.gift')}</ToneBadge>
          {related.length > 0 && <Text size="xs">{t('fulfillment.with', { names: related.join(', ') })}</Text>}
        </Group>
      )}
      {rules !== rulesOf(whole).join(' · ') && <Text size="xs">{rules}</Text>}
      {unmask(PICKED, line.components)?.map((component) => (
        <Text key={`${component.productId} ${component.skuId} ${component.name}`} size="xs">
          {t('fulfillment.part')}: {pickedText(component)}
        </Text>
      ))}
    </Stack>
  );
}

interface StandingProps {
  readonly own: ShippableFragment;
  readonly whole: ShippableFragment;
  readonly permission: ShippingPermission;
}

/** Nothing of a line that stands as its order does, or that has left. */
function Standing({ own, whole, permission: common }: StandingProps) {
  const permission = permissionOf(own);
  if (permission === 'DONE') return null;
  const isToldApart = permission !== common || (permission === 'HELD' && codesOf(own) !== codesOf(whole));
  const isDueApart = own.shipBy !== whole.shipBy || own.overdueRisk !== whole.overdueRisk;
  if (!isToldApart && !isDueApart) return null;
  return (
    <Group gap="4px 8px">
      {isToldApart && (
        <>
          <PermissionBadge permission={permission} />
          <Reason fulfillment={own} permission={permission} />
        </>
      )}
      {isDueApart && <ShipByBadge fulfillment={own} />}
    </Group>
  );
}

const codesOf = ({ holds }: ShippableFragment): string =>
  (holds ?? []).map(({ reason, code, message }) => [reason, code, message].join()).join(';');
