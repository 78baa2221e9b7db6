// Figures over all orders, counted by the server: by day as orders are placed and paid, and by where they stand.
import { graphql } from '../gql/index.js';

export const FIGURES = graphql(`
  query Figures($placed: OrderWhere, $paid: OrderWhere, $open: OrderWhere, $zone: String) {
    placed: orderStatistics(where: $placed, by: [DAY, STATUS], timeZone: $zone) {
      ...Figure
    }
    paid: orderStatistics(where: $paid, by: [DAY], basis: PAID, timeZone: $zone) {
      ...Figure
    }
    open: orderStatistics(where: $open, by: [STATUS]) {
      ...Figure
    }
  }
`);

export const FIGURE = graphql(`
  fragment Figure on OrderStatistic {
    platform
    status
    from
    count
    totals {
      amount
      currencyCode
    }
  }
`);

export const PLATFORM_FIGURES = graphql(`
  query PlatformFigures($placed: OrderWhere, $zone: String) {
    placed: orderStatistics(where: $placed, by: [PLATFORM, STATUS], timeZone: $zone) {
      ...Figure
    }
  }
`);
