// Statistics of orders, group by group.
import type { GraphQLResolveInfo } from 'graphql';
import type { MaybePromise } from '../../common/maybePromise.js';
import type { Context } from '../context.js';
import { requestedFieldsOf } from '../selection.js';
import { required } from './access.js';
import type { OrderStatisticsArguments } from './arguments.js';
import { OrderBasis } from './enums.js';
import { orderScopeOf } from './scope.js';
import type { OrderStatistic } from './statistic.js';

const DEFAULT_ZONE = 'Asia/Shanghai';

export async function statisticsOf(
  { where, by, basis, timeZone }: OrderStatisticsArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly MaybePromise<OrderStatistic>[]> {
  const scope = orderScopeOf({ where }, context);
  const reader = required(context.index.reader);
  const groups = await reader.statistics({
    ...scope,
    by: [...new Set(by)],
    basis: basis ?? OrderBasis.CREATED,
    timeZone: timeZone ?? DEFAULT_ZONE,
  });
  const shops = new Map(context.shops().map((shop) => [shop.id, shop]));
  const { answered } = requestedFieldsOf(info, '');
  const statistics = groups.map((group): OrderStatistic => {
    const statistic = { ...group, shop: group.shop === null ? null : (shops.get(group.shop) ?? null) };
    context.answer.count(statistic, answered);
    return statistic;
  });
  return context.orders.inSlices(statistics);
}
