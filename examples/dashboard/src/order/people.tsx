// Who buys, sells and receives. At first only what is personal to nobody; the rest on demand.
import { useQuery } from '@apollo/client/react';
import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql/index.js';
import type { Ref } from '../lists/ref.js';
import { ToneBadge } from '../status/badge.js';
import { Facts } from './facts.js';
import { Part } from './panel.js';
import { Reveal } from './reveal.js';

const PLACES = graphql(`
  query Places($shop: ID!, $orderId: ID!) {
    order(shop: $shop, orderId: $orderId) {
      id
      privacy
      receiver {
        country
        province
        city
      }
      seller {
        shopName
      }
    }
  }
`);

/** What `privacy` speaks of; asked for unasked only where it says that this comes masked. */
const RECEIVER = graphql(`
  query Receiver($shop: ID!, $orderId: ID!) {
    order(shop: $shop, orderId: $orderId) {
      id
      receiver {
        name
        mobile
        phone
        address
      }
    }
  }
`);

const PEOPLE = graphql(`
  query People($shop: ID!, $orderId: ID!) {
    order(shop: $shop, orderId: $orderId) {
      id
      receiver {
        name
        mobile
        phone
        district
        town
        address
        address2
        postalCode
      }
      buyer {
        loginId
        name
        companyName
        email
        phone
        mobile
      }
      seller {
        loginId
        name
        companyName
        email
        phone
        mobile
      }
      notes {
        buyerMessage
        buyerMemo
        sellerMemo
        remark
      }
    }
  }
`);

export function PeoplePanel({ of }: { readonly of: Ref }) {
  const { t } = useTranslation();
  return (
    <Part title={t('people.title')} of={of} document={PLACES}>
      {({ privacy, receiver, seller }) => (
        <Stack gap="sm">
          <div>
            <ToneBadge tone="grey">{t(`privacy.${privacy}`)}</ToneBadge>
          </div>
          <Facts
            facts={[
              [t('people.to'), [receiver?.city, receiver?.province, receiver?.country].filter(Boolean).join(', ')],
              [t('people.from'), seller?.shopName],
            ]}
          />
          {privacy === 'MASKED' && <MaskedReceiver of={of} />}
          <Reveal of={of} document={PEOPLE}>
            {(order) => <People {...order} />}
          </Reveal>
        </Stack>
      )}
    </Part>
  );
}

function MaskedReceiver({ of }: { readonly of: Ref }) {
  const { t } = useTranslation();
  const { data } = useQuery(RECEIVER, { variables: of, fetchPolicy: 'no-cache', errorPolicy: 'all' });
  const receiver = data?.order?.receiver;
  return (
    <>
      <Facts
        facts={(['name', 'mobile', 'phone', 'address'] as const).map((name) => [t(`people.${name}`), receiver?.[name]])}
      />
      <Text size="xs" c="dimmed">
        {t('people.masked')}
      </Text>
    </>
  );
}

interface Someone {
  readonly name?: string | null | undefined;
  readonly companyName?: string | null | undefined;
  readonly loginId?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly mobile?: string | null | undefined;
}

interface PeopleProps {
  readonly receiver?:
    | (Someone & Readonly<Partial<Record<'district' | 'town' | 'address' | 'address2' | 'postalCode', string | null>>>)
    | null;
  readonly buyer?: Someone | null;
  readonly seller?: Someone | null;
  readonly notes?: Readonly<
    Partial<Record<'buyerMessage' | 'buyerMemo' | 'sellerMemo' | 'remark', string | null>>
  > | null;
}

function People({ receiver, buyer, seller, notes }: PeopleProps) {
  const { t } = useTranslation();
  const facts = (someone: Someone | null | undefined) =>
    (['name', 'companyName', 'loginId', 'mobile', 'phone', 'email'] as const).map(
      (name) => [t(`people.${name}`), someone?.[name]] as const,
    );
  const address = [receiver?.address, receiver?.address2, receiver?.town, receiver?.district, receiver?.postalCode];
  return (
    <Stack gap="sm">
      <Title order={3} fz="sm">
        {t('people.receiver')}
      </Title>
      <Facts facts={[...facts(receiver), [t('people.address'), address.filter(Boolean).join(', ')]]} />
      <Title order={3} fz="sm">
        {t('people.buyer')}
      </Title>
      <Facts facts={facts(buyer)} />
      <Title order={3} fz="sm">
        {t('people.seller')}
      </Title>
      <Facts facts={facts(seller)} />
      <Facts
        facts={(['buyerMessage', 'buyerMemo', 'sellerMemo', 'remark'] as const).map((name) => [
          t(`people.${name}`),
          notes?.[name],
        ])}
      />
    </Stack>
  );
}
