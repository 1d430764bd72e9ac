# A shop's program as it stands: three steps, each later and with more than the one before. Only the base address is ours.
import os, sys, requests

API, KEY = os.environ["MAIL_API"], os.environ["MAIL_KEY"]
email, step = sys.argv[1], int(sys.argv[2])
hours, offer = {1: (2, "Your cart is saved."), 2: (24, "Here is 10% off."), 3: (72, "Last call: 15% off.")}[step]
answer = requests.post(f"{API}/send", headers={"Authorization": f"Bearer {KEY}"}, json={
    "from": "recovery@store.example", "to": email,
    "subject": f"Your cart, {hours} hours on", "text_body": offer})
answer.raise_for_status()
print(answer.json()["id"], answer.json()["status"])
