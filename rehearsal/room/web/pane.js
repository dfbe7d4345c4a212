// Runs inside simcord's page for one channel, and gives it what the room adds: links that jump within the room,
// *Apps* on each message, and word of what could not be done. All that we know of that page stands here and in
// pane.css, for the version of simcord that inside.py names.

const room = window.parent.room;
const list = document.getElementById("channel-message-list");
const LINK = /^https:\/\/discord\.com\/channels\/(\d+|@me)\/(\d+)(?:\/(\d+))?/;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const found = link && LINK.exec(link.href);
  if (!found) return;
  event.preventDefault();
  room.jump(found[2], found[3]);
}, true);

// ---- Apps on a message

let tries = 0;
let menu = null;

function closeMenu() {
  menu?.remove();
  menu = null;
}

function openMenu(message, anchor) {
  closeMenu();
  const names = room.menus();
  if (!names.length) return false;
  menu = document.createElement("div");
  menu.className = "room-apps";
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", "Apps");
  for (const name of names) {
    const choice = document.createElement("button");
    choice.type = "button";
    choice.setAttribute("role", "menuitem");
    choice.textContent = name;
    choice.addEventListener("click", () => { closeMenu(); room.menu(message.dataset.messageId, name); });
    menu.append(choice);
  }
  document.body.append(menu);
  const at = anchor.getBoundingClientRect();
  menu.style.top = `${Math.min(at.bottom + 4, window.innerHeight - menu.offsetHeight - 8)}px`;
  menu.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - menu.offsetWidth - 8))}px`;
  menu.addEventListener("keydown", (event) => {
    const choices = [...menu.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { closeMenu(); anchor.focus?.(); }
    else if (step) choices.at((choices.indexOf(document.activeElement) + step) % choices.length).focus();
    else return;
    event.preventDefault();
  });
  menu.firstElementChild.focus();
  return true;
}

document.addEventListener("pointerdown", (event) => { if (menu && !menu.contains(event.target)) closeMenu(); });
list.addEventListener("contextmenu", (event) => {
  const message = event.target.closest("[data-message-id]");
  if (!message || event.target.closest("a, input, textarea")) return;
  const point = { getBoundingClientRect: () => ({ bottom: event.clientY, left: event.clientX }) };
  if (openMenu(message, point)) event.preventDefault();
});

function offerApps() {
  if (!room.menus().length) return;
  for (const bar of list.querySelectorAll(".message-context-actions:not(:has(.room-apps-button))")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "message-action-button room-apps-button";
    button.textContent = "Apps";
    button.setAttribute("aria-haspopup", "menu");
    button.addEventListener("click", () => openMenu(bar.closest("[data-message-id]"), button));
    bar.append(button);
  }
}
new MutationObserver(offerApps).observe(list, { childList: true, subtree: true });
offerApps();

// ---- Enter sends a command whose required options are filled, as in Discord; simcord offers an optional one first

let arrowed = false;
document.addEventListener("focusin", () => { arrowed = false; });
document.addEventListener("keydown", (event) => {
  if (event.key.startsWith("Arrow")) arrowed = true;
  if (event.key !== "Enter" || event.isComposing || arrowed || !event.target.matches?.(".command-chip")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.getElementById("channel-composer").requestSubmit();
}, true);

// ---- the newest message: in sight after an act of one's own, and for whoever was reading at the end

const timeline = document.getElementById("channel-timeline");
let newest = null;
let atEnd = true;
let acted = 0;

timeline.addEventListener("scroll", () => {
  atEnd = timeline.scrollHeight - timeline.scrollTop - timeline.clientHeight < 60;
});
new MutationObserver(() => {
  const last = [...list.querySelectorAll("[data-message-id]")].at(-1)?.dataset.messageId ?? null;
  if (last === newest) return;
  const follow = newest === null || atEnd || Date.now() - acted < 3000;
  newest = last;
  if (follow && !tries) requestAnimationFrame(() => { timeline.scrollTop = timeline.scrollHeight; });
}).observe(list, { childList: true });

// ---- a message to be found

function find(id) {
  const message = list.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
  if (message) {
    message.scrollIntoView({ block: "center" });
    message.classList.add("room-found");
    message.tabIndex = -1;
    message.focus({ preventScroll: true });
    return;
  }
  tries += 1;
  if (tries === 8) {
    document.getElementById("message-exact-id").value = id;
    document.getElementById("message-exact-form").requestSubmit();
  }
  if (tries < 30) setTimeout(() => find(id), 150);
}
const wanted = room.wanted();
if (wanted) find(wanted);

// ---- who comes here by the tour can type at once

window.arrive = (waits = 40) => {
  const box = document.getElementById("channel-composer-input"); // a command under way stands in its place
  if (box?.checkVisibility()) box.focus();
  else if (waits) setTimeout(() => window.arrive(waits - 1), 100);
};
if (room.arriving()) window.arrive();

// ---- the way back closes a form; whether there was one

window.closeForm = () => {
  const form = document.querySelector('[role="dialog"]');
  form?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  return Boolean(form);
};
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector('[role="dialog"]')) event.preventDefault();
});

// ---- what had the focus may be gone after a press: whoever has no mouse goes on from the message box

let held = null;
document.addEventListener("focusin", (event) => { held = event.target; });
document.addEventListener("pointerdown", () => { held = null; });
window.addEventListener("blur", () => { held = null; }); // the focus went on to the room around
setInterval(() => {
  if (!held || held.isConnected || document.activeElement !== document.body) return;
  if (document.querySelector('[role="dialog"], .command-row')) return;
  held = null;
  window.arrive();
}, 150);

// ---- what could not be done

const SAID = {
  "validation-failed": "That didn't work: what you pressed is gone, or something is missing.",
  "command-option-invalid": "That didn't work: check the command's options.",
  "command-unavailable": "This command is no longer there.",
  "command-changed": "This command is no longer there.",
  "action-timeout": "The bot took too long to answer.",
  "action-callback-error": "Something went wrong inside the bot: see “What went wrong”.",
};
let last = null;
let since = 0;

setInterval(() => {
  const page = window.simcordPreview;
  if (!page) return;
  since = page.pendingAction ? since || Date.now() : 0;
  if (page.pendingAction) acted = Date.now();
  room.pending(since !== 0 && Date.now() - since > 600);
  const receipt = page.lastAction;
  if (!receipt || receipt.requestId === last) return;
  last = receipt.requestId;
  const code = (receipt.diagnostics || []).map((one) => one.code).find((one) => one in SAID);
  if (code) room.say(SAID[code], true);
  else if (receipt.rejected) room.say("That didn't work. Try again.", true);
  else if (receipt.acknowledgement === "unacknowledged") room.say("The bot didn't answer in time.", true);
}, 250);
