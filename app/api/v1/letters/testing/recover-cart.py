# A shop's program as it stands: what the cart is worth decides what it is offered. Only the base address is ours.
import os, sys, requests

API, KEY = os.environ["MAIL_API"], os.environ["MAIL_KEY"]
email, product, total = sys.argv[1], sys.argv[2], float(sys.argv[3])
offer = "Take 15% off with SAVE15." if total > 100 else "Shipping is free for you." if total > 50 else "It is kept for you."
answer = requests.post(f"{API}/send", headers={"Authorization": f"Bearer {KEY}"}, json={
    "from": "recovery@store.example", "to": email, "subject": "You left something behind",
    "text_body": f"Your {product} is still in the cart. {offer}"})
answer.raise_for_status()
print(answer.json()["id"], answer.json()["status"])
