// The order's own id, and what names the order by it: its invoice and its customs declaration.
import { computed } from '../../mapping/fieldTypes.js';
import { exactId } from '../../mapping/ids.js';

/** The order's own id, in each form that it comes in. */
export const OWN_IDS = ['/baseInfo.idOfStr', '/baseInfo.id'];

/** Both name their order by a number that some gateways round; the order itself has the exact id. */
export const ownOrderId = computed(['/baseInfo.idOfStr', 'orderId'], ([twin, number]) =>
  number ? exactId(twin, number) : null,
);
