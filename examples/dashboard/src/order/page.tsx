// placeholder
export const OrderPage = () => null;
