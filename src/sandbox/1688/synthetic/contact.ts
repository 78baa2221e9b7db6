// How to reach a party of a synthetic order.

import type { Document } from '../../document.js';
import { maskMobile, maskName, maskPhone, type Party } from '../../invented/people.js';
import type { Story } from './story.js';

export const contactOf = (
  story: Story,
  { name, mobile, phone, fax, email, companyName, loginId }: Party,
): Document => ({
  phone: story.encrypted ? maskPhone(phone) : phone,
  fax: story.every(3, 0) ? fax : undefined,
  email: story.every(3, 1) ? email : undefined,
  imInPlatform: loginId,
  name: story.encrypted ? maskName(name) : name,
  mobile: story.encrypted ? maskMobile(mobile) : mobile,
  companyName,
});
