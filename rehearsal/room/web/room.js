// The room around one channel: who you are, where you are, what time it is, what goes wrong, and the tour.
// Everything is asked anew each second; only what changed is drawn again, so that focus stays where it was.

const $ = (id) => document.getElementById(id);
const EVERY = 800;
const NARROW = window.matchMedia("(max-width: 920px)");

const [token, person, channel] = location.hash.slice(1).split("/");
const here = { me: person || "", channel: channel || "", named: "", opened: "", generation: 0, frame: null, wanted: null, arriving: false };
let told = null;
let unseen = new Map();

async function ask(path, body) {
  const response = await fetch(`/room/${path}`, {
    method: body ? "POST" : "GET",
    headers: { "X-Room-Token": token, ...(body ? { "Content-Type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (response.status === 401) throw new Error(await response.text());
  const answer = await response.json();
  if (!response.ok) throw known(answer.error);
  return answer;
}
function known(text) { return Object.assign(new Error(text), { known: true }); }

function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Draw a part of the page if what it shows has changed; focus stays on what has the same key. */
const shown = new Map();
function draw(id, data, build) {
  const now = JSON.stringify(data);
  if (shown.get(id) === now) return;
  shown.set(id, now);
  const key = $(id).contains(document.activeElement) ? document.activeElement.dataset.key : null;
  $(id).replaceChildren(...build(data));
  if (key) $(id).querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** Tell the visitor, also one who listens; what was said a moment ago is not cut off. */
let quiet = 0;
let last = { text: "", at: 0 };
function say(text) {
  clearTimeout(quiet);
  const both = Date.now() - last.at < 2500 && !last.text.endsWith("…");
  $("said").textContent = both ? `${last.text} ${text}` : text;
  last = { text, at: Date.now() };
  quiet = setTimeout(() => { $("said").textContent = ""; }, both ? 9000 : 5000);
}

function alarm(text) {
  $("alarm").hidden = !text;
  if ($("alarm").textContent !== (text || "")) $("alarm").textContent = text || "";
}

function moment(iso, style = "short") {
  const options = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" };
  if (style === "long") options.year = "numeric";
  return `${new Date(iso).toLocaleString("en-GB", options)} UTC`;
}

/** The marks **bold** and *slanted* of the tour's sentences, without trusting them with markup. */
function marked(text) {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).map((part) =>
    part.startsWith("**") ? make("strong", { textContent: part.slice(2, -2) })
      : part.startsWith("*") && part.length > 1 ? make("em", { textContent: part.slice(1, -1) }) : part);
}

function plain(text) { return text.replaceAll("*", ""); }

// ---- where you are

function places() { return told?.channels ? [...told.channels, told.direct] : []; }
function place() { return places().find((one) => one.id === here.channel); }
function called(one) { return one === told.direct ? `Messages with ${one.name}` : `#${one.name}`; }
function name(key) { return told.people.find((one) => one.key === key)?.name ?? key; }

// The browser's way back goes through the channels that were open; an open form it closes first.
let returning = false;
function remember() {
  const address = `#${token}/${here.me}/${here.channel}`;
  if (location.hash === address && history.state) return;
  const change = history.state && !returning ? "pushState" : "replaceState";
  history[change]({ room: true }, "", address);
}
window.addEventListener("popstate", async () => {
  if (here.frame?.contentWindow.closeForm?.()) {
    history.pushState({ room: true }, "", `#${token}/${here.me}/${here.channel}`);
    return;
  }
  const [, key, id] = location.hash.slice(1).split("/");
  returning = true;
  try {
    if (key && key !== here.me) {
      here.me = key;
      here.channel = "";
      unseen = new Map();
      await poll(true);
    }
    if (places().some((one) => one.id === id)) await open(id);
    else await settle(); // a channel of a rehearsal that is over
  } finally { returning = false; }
});

async function open(id, message = null) {
  const key = `${here.generation}/${here.me}/${id}`;
  if (here.opened === key && !message) return;
  here.channel = id;
  here.wanted = message;
  here.opened = key;
  delete $("place").dataset.open;
  // What is typed into the channel one leaves would be lost.
  if (here.frame) here.frame.inert = true;
  try {
    const { capability } = await ask("open", { me: here.me, channel: id });
    if (here.opened !== key) return;
    const one = place();
    here.named = one?.name ?? "";
    const frame = make("iframe", { src: `/discord/#${capability}`,
      title: one ? `${called(one)}, as ${name(here.me)}` : "Channel" });
    frame.addEventListener("load", () => {
      if (here.frame === frame) $("place").dataset.open = `${here.me}/${here.named}`;
    });
    (here.frame || $("waiting")).replaceWith(frame);
    here.frame = frame;
    remember();
    $("beside").href = `#${token}/${here.me}`;
    drawPlaces();
  } catch (error) {
    here.channel = here.opened = "";
    say(error.message, true);
  }
}

/** The channel to be in: the same one, the one of the same name, or the first. */
function settle(wanted = here.named) {
  const one = places().find((found) => found.id === here.channel)
    || places().find((found) => found.name === wanted)
    || told.channels[0];
  if (one) return open(one.id, here.wanted);
  return null;
}

async function become(key, wanted, arrive = false) {
  here.arriving = arrive;
  if (key === here.me && place()?.name === wanted) {
    here.frame?.contentWindow.arrive?.();
    say(`You are already ${name(key)}, in #${wanted}.`);
    return;
  }
  here.me = key;
  here.channel = "";
  unseen = new Map();
  await poll(true);
  if (wanted) here.named = wanted;
  await settle();
  say(`You are ${name(key)} now.`);
}

window.room = {
  menus: () => told?.menus?.[here.channel] ?? [],
  menu: (message, name_) => ask("menu", { me: here.me, channel: here.channel, message, name: name_ })
    .catch((error) => say(error.message, true)),
  arriving: () => { const on = here.arriving; here.arriving = false; return on; },
  wanted: () => { const found = here.wanted; here.wanted = null; return found; },
  jump: (id, message) => {
    if (places().some((one) => one.id === id)) open(id, message);
    else say(`${name(here.me)} can't open that channel.`, true);
  },
  pending: (on) => { document.body.classList.toggle("pending", on); },
  say,
};

// ---- drawing

function placeButton(one) {
  const current = one.id === here.channel;
  const button = make("button", { type: "button", className: one.thread ? "place thread" : "place" },
    make("span", { textContent: one === told.direct ? one.name : `# ${one.name}` }));
  button.dataset.key = one.id;
  if (current) button.setAttribute("aria-current", "page");
  if (one.unread && !current) {
    button.append(make("span", { className: "badge", textContent: one.unread }),
      make("span", { className: "hidden", textContent: " unread" }));
  }
  button.addEventListener("click", () => { open(one.id); closeSide(); });
  return make("li", {}, button);
}

function drawPlaces() {
  draw("channels", [here.channel, told.channels], () => told.channels.map(placeButton));
  draw("direct", [here.channel, told.direct], () => [placeButton(told.direct)]);
  const one = place();
  $("where").textContent = one ? `${called(one)} · ${name(here.me)}` : "Rehearsal";
  document.title = `${$("where").textContent} · Rehearsal`;
}

function toggle(key, label, on, change) {
  const box = make("input", { type: "checkbox", checked: on });
  box.dataset.key = key;
  box.addEventListener("change", () => change(box.checked).then(() => poll(true)).catch((error) => {
    box.checked = !box.checked;
    say(error.message, true);
  }));
  return make("label", { className: "toggle" }, box, label);
}

function drawPeople() {
  draw("who", [here.me, told.people, told.inboxes], () => told.people.map((one) => {
    const waits = told.inboxes?.[one.key];
    return make("option", { value: one.key, selected: one.key === here.me,
      textContent: `${one.name} · ${one.what}${waits ? ` (${waits} new)` : ""}` });
  }));
  $("what").textContent = told.people.find((one) => one.key === here.me)?.what ?? "";
}

function drawSide() {
  $("server").textContent = told.server;
  $("clock").textContent = moment(told.clock, "long");
  draw("roles", [here.me, told.roles], () => told.roles.length
    ? told.roles.map((one) => toggle(one.id, one.name, one.held,
      (held) => ask("role", { me: here.me, role: one.id, held })))
    : [make("p", { className: "quiet", textContent: "This server has no roles yet." })]);
  draw("integrations", told.integrated, () => [toggle("integrated", "Moderators see /manage, /review and /roster", told.integrated,
    (on) => ask("integrate", { on }))]);
  draw("scheduled", told.scheduled, () => told.scheduled.length
    ? told.scheduled.map((one) => make("li", {}, make("strong", { textContent: one.what }), ` ${moment(one.at)}`))
    : [make("li", { textContent: "Nothing." })]);
  draw("faults", told.faults, () => told.faults.map((one) => toggle(one.key, one.label, one.on,
    (on) => ask("fault", { fault: one.key, on }))));
  draw("moment", told.moments, () => told.moments.map((one) =>
    make("option", { value: one.key, textContent: one.label, selected: one.key === told.moment })));
  for (const button of $("skips").children) {
    // Not disabled: a disabled button drops the focus.
    button.ariaDisabled = String(Boolean(told.busy) || (button.dataset.seconds === "" && !told.next_notice));
  }
}

function drawTroubles() {
  $("troubles-box").hidden = !told.troubles.length;
  $("troubles-count").textContent = told.troubles.length;
  draw("troubles", told.troubles, () => told.troubles.map((one) => make("li", {},
    make("details", {}, make("summary", { textContent: `${moment(one.at)}: ${one.said}` }),
      make("pre", { textContent: one.details, tabIndex: 0 })))));
}

let steps = null;
let missing = "";
function drawTour() {
  $("tour-head").textContent = told.tour_title;
  draw("tour-body", [here.me, told.tour, told.toured], () => {
    if (!told.toured) {
      const choices = told.tours.map((one) => {
        const go = make("button", { type: "button", textContent: `Start over: ${one.title}` });
        go.addEventListener("click", () => begin(one.key));
        return go;
      });
      return [make("p", { textContent: "There's no tour at this point. Start over with one of these; what you did here is deleted." }), ...choices];
    }
    const done = told.tour.filter((one) => one.done).length;
    const next = told.tour.find((one) => !one.done);
    const list = make("ol", {}, ...told.tour.map((one) => {
      const item = make("li", { className: one.done ? "done" : one === next ? "next" : "" },
        make("h3", {}, one.title, one.done ? make("span", { className: "tick", textContent: " done" }) : null));
      if (one === next) {
        item.setAttribute("aria-current", "step");
        item.append(make("p", {}, ...marked(one.how)));
        if (one.missing) item.append(make("p", { className: "missing" }, ...marked(one.missing)));
        const go = make("button", { type: "button",
          textContent: `Become ${name(one.who)}, in #${one.channel}` });
        go.dataset.key = "go";
        go.addEventListener("click", () => {
          become(one.who, one.channel, true);
          closeSide();
          if (NARROW.matches) showTour(false);
        });
        item.append(go);
      }
      return item;
    }));
    const head = make("p", { className: "quiet", textContent: next
      ? `${done} of ${told.tour.length} steps done. You do each one for real, with the real bot and its own database.`
      : `All ${told.tour.length} steps done. Look around, or start over.` });
    return [head, list];
  });
  const at = told.tour.findIndex((one) => !one.done);
  $("next-step").textContent = !told.toured ? "Open the tour"
    : at < 0 ? `Tour: all ${told.tour.length} steps are done`
    : `Tour, step ${at + 1} of ${told.tour.length}: ${told.tour[at].title}`;
  const now = told.tour.map((one) => one.done);
  const waits = told.tour.find((one) => !one.done);
  if (steps && told.toured && now.length === steps.length) {
    const fresh = now.findIndex((one, index) => one && !steps[index]);
    if (fresh >= 0 && last.text === plain(missing)) last.at = 0; // it is missing no longer
    if (fresh >= 0) say(`Step ${fresh + 1} is done: ${told.tour[fresh].title}.`);
    else if (waits?.missing && waits.missing !== missing) say(plain(waits.missing));
  }
  missing = waits?.missing ?? "";
  steps = now;
}

function drawNews() {
  const now = new Map(places().map((one) => [one.id, one.unread]));
  const fresh = places().filter((one) => one.id !== here.channel && one.unread > (unseen.get(one.id) ?? one.unread));
  if (fresh.length) say(`New in ${fresh.map(called).join(" and ")}.`);
  unseen = now;
}

// ---- asking

let asked = 0;
async function poll(once = false) {
  asked += 1;
  const mine = asked;
  const reading = here.frame && document.visibilityState === "visible" ? here.channel : "";
  try {
    const answer = await ask(`state?me=${encodeURIComponent(here.me)}&channel=${reading}`);
    if (mine !== asked && !once) return;
    told = answer;
    here.me ||= told.me ?? "";
    alarm("");
    document.body.classList.toggle("busy", Boolean(told.busy));
    $("place").setAttribute("aria-busy", String(Boolean(told.busy)));
    $("busy")?.remove();
    if (told.busy && here.frame) $("place").append(make("p", { id: "busy", textContent: told.busy }));
    drawPeople();
    drawTroubles();
    if (!told.ready) return;
    if (here.generation !== told.generation) {
      const first = here.generation === 0;
      here.generation = told.generation;
      unseen = new Map();
      steps = null;
      if (!first) here.channel = "";
      await settle(first ? told.begins_in : here.named);
    } else if (here.channel && !place()) {
      await settle();
    }
    drawPlaces();
    drawSide();
    drawTour();
    drawNews();
  } catch (error) {
    alarm(error.known || error.message.startsWith("The address") ? error.message
      : "The rehearsal has ended. Start it again in the terminal, and open the new address.");
  }
}

async function forever() {
  await poll();
  setTimeout(forever, EVERY);
}

// ---- what is pressed

// The address holds the token after its #: a way past the sidebar must not put another word there.
for (const skip of document.querySelectorAll(".skip")) {
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    const target = $(skip.hash.slice(1));
    if (target.id === "tour") showTour(true);
    target.focus();
  });
}

$("who").addEventListener("change", () => become($("who").value));
const passing = () => $("skips").ariaBusy === "true"; // a double click lets time pass once
$("skips").addEventListener("click", async (event) => {
  const seconds = event.target.dataset?.seconds;
  if (seconds === undefined || passing() || event.target.ariaDisabled === "true") return;
  $("skips").ariaBusy = "true";
  say("Time passes…");
  try {
    await ask("skip", { seconds: seconds === "" ? null : Number(seconds) });
    await poll(true);
    say(`It is now ${moment(told.clock)}.`);
  } catch (error) { say(error.message, true); } finally { $("skips").ariaBusy = "false"; }
});
async function begin(chosen) {
  say("Getting ready…");
  try {
    await ask("begin", { moment: chosen });
    Object.assign(here, { me: "", channel: "", generation: 0 }); // as whom the tour begins, and where
    await poll(true);
    say("A new rehearsal has started.");
  } catch (error) { say(error.message, true); }
}
$("begin").addEventListener("submit", (event) => { event.preventDefault(); begin($("moment").value); });

function closeSide() {
  if (!document.body.classList.contains("side-open")) return;
  document.body.classList.remove("side-open");
  $("menu").setAttribute("aria-expanded", "false");
}
$("menu").addEventListener("click", () => {
  const on = document.body.classList.toggle("side-open");
  $("menu").setAttribute("aria-expanded", String(on));
  if (on) { showTour(false); $("who").focus(); }
});
function showTour(on) {
  document.body.classList.toggle("tour-closed", !on);
  $("tour-show").setAttribute("aria-expanded", String(on));
}
$("tour-show").addEventListener("click", () => {
  const on = document.body.classList.contains("tour-closed");
  closeSide();
  showTour(on);
});
$("next-step").addEventListener("click", () => { showTour(true); $("tour").focus(); });
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.classList.contains("side-open")) { closeSide(); $("menu").focus(); }
});
if (NARROW.matches) showTour(false);

forever();
