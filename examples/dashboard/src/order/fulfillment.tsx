// How the order is to leave the house: until when, with which carriers, from where, and what else goes into the parcel.
import { Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../format/time.js';
import { type FragmentType, unmask } from '../gql/fragment-masking.js';
import type { FulfillmentOrderFragment, Shipper } from '../gql/graphql.js';
import { graphql } from '../gql/index.js';
import { ToneBadge } from '../status/badge.js';
import { SHIPPABLE, ShipBy } from '../status/shippable.js';
import { type Fact, Facts } from './facts.js';
import { Panel } from './panel.js';
import { CARRIERS, carrierFacts, PICKED, pickedText } from './picking.js';

const FULFILLMENT = graphql(`
  fragment FulfillmentOrder on Order {
    fulfillment {
      ...Shippable
      collectBy
      deliverBy
      services
      carriers {
        ...Carriers
      }
      location {
        code
        country
        province
        city
      }
      components {
        ...Picked
      }
      isAddressChanged
      addressChangedAt
    }
    items {
      fulfillment {
        shipper
      }
    }
  }
`);

type Details = NonNullable<FulfillmentOrderFragment['fulfillment']>;

/** Left out where the gateway says nothing of it. */
export function FulfillmentPanel({ order: masked }: { readonly order: FragmentType<typeof FULFILLMENT> }) {
  const { t, i18n } = useTranslation();
  const { fulfillment, items } = unmask(FULFILLMENT, masked);
  if (!fulfillment) return null;
  const shippers = items?.flatMap((item) => item.fulfillment?.shipper ?? []) ?? [];
  const facts = factsOf(t, i18n.language, fulfillment, shippers).filter(([, value]) => value);
  if (facts.length === 0) return null;
  return (
    <Panel title={t('fulfillment.title')}>
      <Facts facts={facts} />
    </Panel>
  );
}

function factsOf(t: TFunction, language: string, details: Details, shippers: readonly Shipper[]): readonly Fact[] {
  const shippable = unmask(SHIPPABLE, details);
  const { collectBy, deliverBy, services, location, components } = details;
  const { shipBy, overdueRisk, shipper } = shippable;
  const isDated = shipBy !== null || overdueRisk !== 'UNKNOWN';
  // Lines of one order may be shipped by several.
  const known = [...new Set(shippers.length > 0 ? shippers : [shipper])].filter((one) => one !== 'UNKNOWN');
  const place = location && [location.code, location.country, location.province, location.city].filter(Boolean);
  return [
    [t('fulfillment.address'), details.isAddressChanged && <AddressChange at={details.addressChangedAt} />],
    [t('fulfillment.shipBy'), isDated && <ShipBy fulfillment={shippable} />],
    [t('fulfillment.collectBy'), collectBy && formatTime(collectBy, language)],
    [t('fulfillment.deliverBy'), deliverBy && formatTime(deliverBy, language)],
    ...carrierFacts(t, unmask(CARRIERS, details.carriers)),
    [t('fulfillment.shipper'), known.map((one) => t(`shipper.${one}`)).join(' · ')],
    [t('fulfillment.from'), place?.join(' · ')],
    [t('fulfillment.besides'), components && components.length > 0 && <Picked components={components} />],
    [t('fulfillment.services'), services?.join(', ')],
  ];
}

function AddressChange({ at }: { readonly at: string | null }) {
  const { t, i18n } = useTranslation();
  return (
    <Stack gap={2} align="flex-start">
      <ToneBadge tone="orange">{t('fulfillment.changed')}</ToneBadge>
      {at && formatTime(at, i18n.language)}
    </Stack>
  );
}

const Picked = ({ components }: { readonly components: NonNullable<Details['components']> }) =>
  unmask(PICKED, components).map((component) => (
    <Text key={`${component.productId} ${component.skuId} ${component.name}`}>{pickedText(component)}</Text>
  ));
