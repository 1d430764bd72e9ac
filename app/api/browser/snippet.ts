/**
 * What shops load into their pages, in plain JavaScript for every browser of the last years. No cookies ever; before
 * `comeback("consent", true)` no storage either: a token that lives as long as the page. Bodies go as text, which needs
 * no preflight, and without credentials.
 */
const source = String.raw`
(function (endpoint, name) {
  var stub = window.comeback;
  if (stub && stub.loaded) return;
  var agreed = false, own = "", told = false, basket = null, due = 0, seen = {};

  function random() {
    var bytes = crypto.getRandomValues(new Uint8Array(18));
    return btoa(String.fromCharCode.apply(null, bytes)).replace(/\+/g, "-").replace(/\//g, "_");
  }
  function stored(value) {
    try {
      if (value === null) localStorage.removeItem(name);
      else if (value) localStorage.setItem(name, value);
      else return localStorage.getItem(name) || "";
    } catch (blocked) {}
    return "";
  }
  // Another tab may have placed the order: what is stored counts.
  function token() {
    own = (agreed && stored()) || own || random();
    return own;
  }
  function send(type, content, leaving) {
    var body = JSON.stringify({ type: "browser." + type, id: random(), token: token(), data: content });
    if (leaving && navigator.sendBeacon && navigator.sendBeacon(endpoint, body)) return;
    fetch(endpoint, { method: "POST", body: body, keepalive: true, credentials: "omit" }).catch(function () {});
  }
  function flush(leaving) {
    if (!due) return;
    clearTimeout(due);
    due = 0;
    send("cart", basket, leaving);
  }
  function forget() {
    clearTimeout(due);
    due = 0;
    basket = null;
    own = "";
    told = false;
  }
  var verbs = {
    consent: function (yes) {
      if (yes !== true) {
        if (agreed) forget();
        agreed = false;
        stored(null);
        return;
      }
      if (agreed) return;
      agreed = true;
      var before = own, known = stored();
      if (told || !known) stored(own || token());
      else if (before && basket) verbs.cart(basket);
    },
    product: function (product) {
      if (seen[product.id]) return;
      seen[product.id] = 1;
      send("product", product);
    },
    cart: function (cart) {
      basket = cart;
      clearTimeout(due);
      due = setTimeout(flush, 400);
    },
    email: function (person) {
      if (person.acceptsMarketing !== true) return;
      flush();
      told = true;
      send("email", person);
    },
    order: function (order) {
      flush();
      send("order", order || {}, true);
      forget();
      if (agreed) {
        own = random();
        stored(own);
      }
    },
    token: function (tell) {
      tell("browser:" + token());
    },
  };
  function comeback(verb) {
    var act = Object.prototype.hasOwnProperty.call(verbs, verb) && verbs[verb];
    if (act) act.apply(null, [].slice.call(arguments, 1));
  }
  comeback.loaded = true;
  window.comeback = comeback;
  addEventListener("pagehide", function () {
    flush(true);
  });
  var waiting = (stub && stub.q) || [];
  for (var i = 0; i < waiting.length; i++) comeback.apply(null, waiting[i]);
})`;

/** Each line by itself, without margins and remarks: small enough, and no tool can break it. */
const small = source
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "" && !line.startsWith("//"))
  .join("\n");

/** The script of one shop. */
export function snippetFor(shop: { appUrl: string; publicKey: string }): string {
  const endpoint = `${shop.appUrl}/${shop.publicKey}/events`;
  return `${small}(${JSON.stringify(endpoint)},${JSON.stringify(`comeback:${shop.publicKey}`)});\n`;
}
