// The tasks under which examples are listed. An example that is in none of them is listed last.
export const groups: readonly { readonly title: string; readonly names: readonly string[] }[] = [
  { title: 'One order', names: ['first-order', 'payments-and-stages', 'ratings'] },
  { title: 'Many gateways', names: ['many-gateways', 'orders-page', 'failing-neighbours', 'shops'] },
  { title: 'Logistics', names: ['to-ship-today', 'logistics', 'cross-border', 'shipping-deadlines'] },
  { title: 'Invoice', names: ['invoice'] },
  { title: 'Refunds', names: ['refunds'] },
  {
    title: 'Lists and counts',
    names: [
      'order-list',
      'order-filter',
      'order-counts',
      'order-statistics',
      'order-changes',
      'order-changed',
      'import-orders',
    ],
  },
  { title: 'What a query takes', names: ['plan', 'no-call'] },
];

export const REST = 'More';
