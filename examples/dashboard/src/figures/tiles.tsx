// Four figures of today, with the zone that says when today began.
import { NativeSelect, Skeleton, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../format/days.js';
import { formatMoney } from '../format/money.js';
import { chooseZone, zonesToChoose } from '../format/zone.js';
import type { Figures } from './figures.js';
import { ofDay, ofStatuses, type Tile, tileOf } from './series.js';
import classes from './tiles.module.css';

interface TilesProps {
  readonly figures: Figures | undefined;
  readonly zone: string;
  readonly onZone: () => void;
  /** What stands beside the zone. */
  readonly children: ReactNode;
}

export function Tiles({ figures, zone, onZone, children }: TilesProps) {
  const { t, i18n } = useTranslation();
  const tiles = figures && tilesOf(figures);
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section className={classes.strip} aria-label={t('tiles.label', { zone })}>
      {NAMES.map((name) => {
        const tile = tiles?.[name];
        return (
          <div key={name} className={classes.tile} data-tile={name}>
            <Text size="xs" c="dimmed">
              {t(`tiles.${name}`)}
            </Text>
            {tile ? (
              <>
                <Text fz={22} fw={620} lh={1.3} className="number">
                  {number.format(tile.count)}
                  {tile.before !== undefined && (
                    <Text span size="xs" c="dimmed" ml={8} fw={400}>
                      {t('tiles.yesterday', { count: tile.before, number: number.format(tile.before) })}
                    </Text>
                  )}
                </Text>
                <Text size="xs" c="dimmed" className="number" truncate>
                  {tile.totals.map((total) => formatMoney(total, i18n.language)).join(' · ') || '–'}
                </Text>
              </>
            ) : (
              <Skeleton h={46} w={110} />
            )}
          </div>
        );
      })}
      <div className={classes.zone}>
        <NativeSelect
          size="xs"
          leftSection={<IconClock size={15} stroke={1.7} />}
          aria-label={t('tiles.zone')}
          title={t('tiles.zone')}
          data={[...zonesToChoose(zone)]}
          value={zone}
          onChange={(event) => {
            chooseZone(event.currentTarget.value);
            onZone();
          }}
        />
        {children}
      </div>
    </section>
  );
}

const NAMES = ['placed', 'paid', 'toShip', 'unpaid'] as const;

interface TileWithBefore extends Tile {
  /** How many there were on the day before. */
  readonly before?: number;
}

function tilesOf({ days, placed, paid, open }: Figures): Readonly<Record<(typeof NAMES)[number], TileWithBefore>> {
  const today = days.at(-1) ?? '';
  const yesterday = addDays(today, -1);
  return {
    placed: { ...tileOf(ofDay(placed, today)), before: tileOf(ofDay(placed, yesterday)).count },
    paid: { ...tileOf(ofDay(paid, today)), before: tileOf(ofDay(paid, yesterday)).count },
    toShip: tileOf(ofStatuses(open, ['AWAITING_SHIPMENT', 'PARTIALLY_SHIPPED'])),
    unpaid: tileOf(ofStatuses(open, ['AWAITING_PAYMENT', 'PAYMENT_PENDING'])),
  };
}
