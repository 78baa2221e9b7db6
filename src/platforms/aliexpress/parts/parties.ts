// What only AliExpress says of the people: the address in its parts, the messages' writers.
import { id, text } from '../../../mapping/leaves.js';
import { part, parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';

const ReceiptAddress = platformType(
  'AliExpressReceiptAddress',
  'What only AliExpress says of the receiver’s address.',
  {
    address1: text(
      'address',
      'The first address line; Receiver.address prefers the detailed street address.',
      personal('ADDRESS'),
    ),
    phoneCountryCode: text('phone_country', 'Country code of the telephone.'),
    phoneAreaCode: text('phone_area', 'Area code of the telephone.'),
    faxCountryCode: text('fax_country', 'Country code of the fax.'),
    faxAreaCode: text('fax_area', 'Area code of the fax.'),
    typeCode: text('address_type', 'AliExpress’s own code of the kind of address.'),
    email: text('contact_email', 'E-mail address.', personal('EMAIL')),
    taxNumber: text('tax_number', 'The receiver’s tax number.', personal('ID_NUMBER')),
    brazilianTaxNumber: text('cpf_no', 'Brazil: the receiver’s CPF.', personal('ID_NUMBER')),
    nationalAddress: text('nat_addr', 'Saudi Arabia: the short national address.', personal('ADDRESS')),
    localProvince: text('local_address.province', 'The province in the country’s own language.'),
    localCity: text('local_address.city', 'The city in the country’s own language.'),
  },
);

const Message = platformType('AliExpressMessage', 'What only AliExpress says of a message.', {
  id: id('id', 'OrderMessage.id of the same message.'),
  orderId: id('business_order_id', 'The order it is about, as the message says.'),
  senderAccountNumber: id('sender_seq', 'Number of the sender’s account.', personal('ACCOUNT')),
  senderMainAccountNumber: id('sender_admin_seq', 'Number of the sender’s main account.', personal('ACCOUNT')),
  senderFirstName: text('sender_first_name', 'The sender’s first name.', personal('NAME')),
  senderLastName: text('sender_last_name', 'The sender’s last name.', personal('NAME')),
  receiverAccountNumber: id('receiver_seq', 'Number of the receiver’s account.', personal('ACCOUNT')),
  receiverMainAccountNumber: id('receiver_admin_seq', 'Number of the receiver’s main account.', personal('ACCOUNT')),
  receiverFirstName: text('receiver_first_name', 'The receiver’s first name.', personal('NAME')),
  receiverLastName: text('receiver_last_name', 'The receiver’s last name.', personal('NAME')),
});

export const receiptAddress = part('receipt_address', ReceiptAddress, 'What only AliExpress says of the address.');

export const messages = parts(
  'order_msg_list[tp_open_order_msg_dto]',
  Message,
  'What only AliExpress says of the messages, in their order.',
);
