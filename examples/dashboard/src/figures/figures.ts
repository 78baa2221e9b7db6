// Asks for the figures of the shops that are chosen, over the days up to today.
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { addDays, dayIn, startOfDay } from '../format/days.js';
import { unmask } from '../gql/fragment-masking.js';
import type { FigureFragment, OrderWhere } from '../gql/graphql.js';
import { FIGURE, FIGURES } from './query.js';

const DAYS = 14;

export interface Figures {
  /** The days that are counted, the last of them today. */
  readonly days: readonly string[];
  /** Orders by the day they were placed on, and their status. */
  readonly placed: readonly FigureFragment[];
  /** Amounts by the day they were paid on. */
  readonly paid: readonly FigureFragment[];
  /** Orders that wait for something, by their status. */
  readonly open: readonly FigureFragment[];
}

export const daysUpTo = (today: string): readonly string[] =>
  Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS + 1));

/** Undefined while they are asked for; null where they cannot be had. */
export function useFigures(shops: OrderWhere, zone: string): Figures | null | undefined {
  const today = dayIn(zone, Date.now());
  const days = useMemo(() => daysUpTo(today), [today]);
  const variables = useMemo(() => {
    const since = { gte: new Date(startOfDay(days[0] ?? today, zone)).toISOString() };
    return {
      placed: { ...shops, createdAt: since },
      paid: { ...shops, paidAt: since },
      open: { ...shops, status: WAITING },
      zone,
    };
  }, [shops, zone, days, today]);
  const { data, previousData, error } = useQuery(FIGURES, { variables, fetchPolicy: 'no-cache' });
  const known = data ?? previousData;
  if (!known) return error ? null : undefined;
  return {
    days,
    placed: unmask(FIGURE, known.placed),
    paid: unmask(FIGURE, known.paid),
    open: unmask(FIGURE, known.open),
  };
}

const WAITING = [
  'AWAITING_PAYMENT',
  'PAYMENT_PENDING',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPED',
] as const satisfies OrderWhere['status'];
