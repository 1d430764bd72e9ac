import { BasketCounter } from "./basket-counter.tsx";

export default function BasketPage() {
  return <BasketCounter />;
}
