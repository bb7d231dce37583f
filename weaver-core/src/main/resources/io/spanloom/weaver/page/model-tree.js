/** The tree: which span can be below which. Keys as the ARIA practices for trees have them. */
const Tree = (() => {
  const list = document.getElementById('tree');
  const items = [];
  let onChoose = () => {};

  function build(choose) {
    onChoose = choose;
    list.append(...Model.tree().map((place) => item(place, 1)));
    if (items.length) {
      items[0].tabIndex = 0;
    }
    list.addEventListener('click', clicked);
    list.addEventListener('keydown', pressed);
  }

  function item(place, level) {
    const span = Model.span(place.id);
    const name = Page.element('span', { class: 'name', text: span.spanName, title: span.spanName });
    const line = Page.element('div', { class: 'line role', 'data-role': span.kind.toLowerCase() },
      Page.element('span', { class: 'twisty', 'aria-hidden': 'true' }),
      Page.element('span', { class: 'dot', 'aria-hidden': 'true' }),
      name,
      remarks(place, span));
    const entry = Page.element('li', { role: 'treeitem', tabindex: '-1', 'aria-level': level, 'aria-selected': 'false', 'aria-label': span.spanName, 'data-id': place.id }, line);
    items.push(entry);
    if (place.children.length) {
      entry.setAttribute('aria-expanded', 'true');
      entry.append(Page.element('ul', { role: 'group' }, place.children.map((child) => item(child, level + 1))));
    }
    return entry;
  }

  function remarks(place, span) {
    const made = [];
    const add = (text, kind) => text && made.push(Page.element('span', { class: 'remark ' + (kind || ''), text }));
    add(place.remark);
    add(place.edge && place.edge.via === 'request' ? 'if its model asks' : '');
    add(span.artifact === Model.model.module.artifactId ? '' : span.artifact);
    const findings = Model.findings(span.id);
    const mark = findings.some((it) => !it.hint) ? '⚠' : findings.length ? 'ⓘ' : '';
    add(mark, mark === '⚠' ? 'warn' : 'hint');
    return made;
  }

  const visible = () => items.filter((each) => !each.hidden && each.offsetParent !== null);
  const isOpen = (each) => each.getAttribute('aria-expanded') === 'true';
  const parentOf = (each) => each.parentElement.closest('[role="treeitem"]');

  function open(each, state) {
    if (each.hasAttribute('aria-expanded')) {
      each.setAttribute('aria-expanded', String(state));
    }
  }

  function focus(each) {
    items.forEach((other) => { other.tabIndex = -1; });
    each.tabIndex = 0;
    each.focus();
    each.firstElementChild.scrollIntoView({ block: 'nearest' });
  }

  function select(each) {
    items.forEach((other) => other.setAttribute('aria-selected', String(other === each)));
    items.forEach((other) => { other.tabIndex = other === each ? 0 : -1; });
  }

  function clicked(event) {
    const each = event.target.closest('[role="treeitem"]');
    if (!each) {
      return;
    }
    if (event.target.classList.contains('twisty') && each.hasAttribute('aria-expanded')) {
      open(each, !isOpen(each));
      return;
    }
    select(each);
    onChoose(each.dataset.id, true);
  }

  function pressed(event) {
    const each = event.target.closest('[role="treeitem"]');
    if (!each || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const shown = visible();
    const at = shown.indexOf(each);
    const actions = {
      ArrowDown: () => move(shown[at + 1]),
      ArrowUp: () => move(shown[at - 1]),
      Home: () => move(shown[0]),
      End: () => move(shown[shown.length - 1]),
      ArrowRight: () => (each.hasAttribute('aria-expanded') && !isOpen(each) ? open(each, true) : move(firstChild(each))),
      ArrowLeft: () => (isOpen(each) ? open(each, false) : move(parentOf(each))),
      Enter: () => { select(each); onChoose(each.dataset.id, true); },
      ' ': () => { select(each); onChoose(each.dataset.id, true); },
    };
    if (actions[event.key]) {
      event.preventDefault();
      actions[event.key]();
    }
  }

  function firstChild(each) {
    return visible().find((other) => parentOf(other) === each);
  }

  function move(each) {
    if (each) {
      focus(each);
      select(each);
      onChoose(each.dataset.id, false);
    }
  }

  /** Shows a span where it is unfolded, opening all above it. */
  function reveal(id) {
    const places = items.filter((other) => other.dataset.id === id);
    const each = places.find((other) => other.hasAttribute('aria-expanded')) || places[0];
    for (let up = each && parentOf(each); up; up = parentOf(up)) {
      open(up, true);
    }
    if (each) {
      select(each);
      each.firstElementChild.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Hides what does not match and has nothing below that does; tells how many spans match. */
  function filter(words, kind) {
    const all = words.length === 0 && !kind;
    const found = new Set();
    const kept = new Set();
    for (const each of items) {
      const match = all || Model.matches(each.dataset.id, words, kind);
      each.classList.toggle('context', !match);
      if (match) {
        found.add(each.dataset.id);
        for (let up = each; up && !kept.has(up); up = parentOf(up)) {
          kept.add(up);
        }
      }
      highlight(each.querySelector(':scope > .line .name'), Model.span(each.dataset.id).spanName, words);
    }
    for (const each of items) {
      each.hidden = !kept.has(each);
      if (!all && !each.hidden) {
        open(each, true);
      }
    }
    const entry = items.find((each) => !each.hidden && each.tabIndex === 0) || items.find((each) => !each.hidden);
    items.forEach((each) => { each.tabIndex = each === entry ? 0 : -1; });
    return found.size;
  }

  function highlight(place, name, words) {
    const word = words.find((each) => name.toLowerCase().includes(each));
    if (!word) {
      place.textContent = name;
      return;
    }
    const at = name.toLowerCase().indexOf(word);
    place.replaceChildren(name.slice(0, at), Page.element('mark', { text: name.slice(at, at + word.length) }), name.slice(at + word.length));
  }

  function focusFirst() {
    const first = visible().find((each) => !each.classList.contains('context'));
    move(first);
  }

  return {
    build,
    reveal,
    filter,
    focusFirst,
    deselect: () => items.forEach((each) => each.setAttribute('aria-selected', 'false')),
    openAll: (state) => items.forEach((each) => open(each, state)),
  };
})();
