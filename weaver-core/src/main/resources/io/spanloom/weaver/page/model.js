/** Puts the page together. */
(() => {
  const byId = (id) => document.getElementById(id);
  const search = byId('search');
  const kind = byId('kind');
  const details = byId('details');
  const narrow = matchMedia('(max-width: 760px)');

  byId('title').textContent = 'Spans of ' + Model.model.module.artifactId;
  Page.themeButton(byId('theme'));
  kind.append(Page.element('option', { value: '', text: 'All kinds' }), ...Model.kinds.map((each) => Page.element('option', { value: each, text: each })));

  function show(content) {
    const back = Page.element('button', { class: 'back small', type: 'button', text: '↑ Spans', onclick: () => window.scrollTo(0, 0) });
    details.replaceChildren(back, ...content);
    details.scrollTop = 0;
  }

  function choose(id, deliberate) {
    show(Details.span(id));
    location.replace('#' + encodeURIComponent(id));
    if (deliberate && narrow.matches) {
      details.scrollIntoView();
    }
  }

  function jumpTo(id) {
    clear();
    Tree.reveal(id);
    choose(id, true);
  }

  function overview() {
    Tree.deselect();
    show(Details.overview());
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = Tree.filter(words, kind.value);
    const all = words.length === 0 && !kind.value;
    byId('found').textContent = all ? '' : found + ' of ' + Model.model.spans.length + ' spans';
    byId('nothing').hidden = found > 0;
    byId('nothing').textContent = all ? 'No method of this module is traced.' : 'No span matches. Press Escape to see all.';
  }

  function clear() {
    if (search.value || kind.value) {
      search.value = '';
      kind.value = '';
      filter();
    }
  }

  function pressed(event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === 'Escape') {
      clear();
    }
  }

  search.addEventListener('input', filter);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      Tree.focusFirst();
    }
  });
  kind.addEventListener('change', filter);
  byId('collapse').addEventListener('click', () => Tree.openAll(false));
  byId('expand').addEventListener('click', () => Tree.openAll(true));
  byId('overview').addEventListener('click', () => {
    overview();
    if (narrow.matches) {
      details.scrollIntoView();
    }
  });
  document.addEventListener('keydown', pressed);
  Details.onJump(jumpTo);
  Details.onFind((key) => {
    search.value = key;
    kind.value = '';
    filter();
    Tree.focusFirst();
  });
  window.addEventListener('beforeprint', () => {
    Tree.openAll(true);
    const pages = Model.model.spans.map((span) => Page.element('article', {}, Details.span(span.id)));
    byId('print').replaceChildren(Page.element('article', {}, Details.overview()), ...pages);
  });
  window.addEventListener('afterprint', () => byId('print').replaceChildren());

  Tree.build(choose);
  filter();
  const asked = Model.model.spans.find((span) => location.hash === '#' + encodeURIComponent(span.id));
  if (asked) {
    jumpTo(asked.id);
  } else {
    overview();
  }
})();
