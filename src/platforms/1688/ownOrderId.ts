// The order id inside a 1688 order's invoice and customs declaration.
import { computed } from '../../mapping/fieldTypes.js';
import { exactId } from '../../mapping/ids.js';

/** Both name their order by a number that some gateways round; the order itself has the exact id. */
export const ownOrderId = computed(['/baseInfo.idOfStr', 'orderId'], ([twin, number]) =>
  number ? exactId(twin, number) : null,
);
