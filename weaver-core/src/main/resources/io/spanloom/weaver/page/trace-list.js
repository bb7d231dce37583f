/** The traces of the file, to pick one. */
const TraceList = (() => {
  const make = Page.element;
  const PAGE = 200;
  const COLUMNS = [
    ['Trace', 'name', (trace) => trace.name],
    ['Started', 'start', (trace) => trace.start],
    ['Duration', 'duration', (trace) => trace.duration],
    ['Spans', 'spans', (trace) => trace.spans],
    ['Errors', 'errors', (trace) => trace.errors],
    ['Tokens', 'tokens', (trace) => (trace.usage ? (trace.usage.input || 0) + (trace.usage.output || 0) : 0)],
    ['Cost', 'cost', (trace) => (trace.usage && trace.usage.cost) || 0],
    ['Session', 'session', (trace) => trace.session || ''],
  ];

  function start(traces, open) {
    const head = document.querySelector('#traces thead');
    const body = document.querySelector('#traces tbody');
    const search = document.getElementById('list-search');
    const more = document.getElementById('more-traces');
    let sorted = 'start';
    let downwards = true;
    let limit = PAGE;

    function wanted() {
      const text = search.value.trim().toLowerCase();
      const value = COLUMNS.find(([, id]) => id === sorted)[2];
      return traces
        .map((trace, index) => ({ trace, index }))
        .filter(({ trace }) => text === '' || [trace.name, trace.id, trace.session, trace.service].some((part) => (part || '').toLowerCase().includes(text)))
        .sort((one, other) => {
          const [a, b] = [value(one.trace), value(other.trace)];
          const order = a < b ? -1 : a > b ? 1 : one.index - other.index;
          return downwards ? -order : order;
        });
    }

    function heading([title, id]) {
      const order = sorted === id ? (downwards ? 'descending' : 'ascending') : null;
      const button = make('button', {
        text: title + (order === null ? '' : downwards ? ' ↓' : ' ↑'),
        onclick: () => {
          downwards = sorted === id ? !downwards : id !== 'name' && id !== 'session';
          sorted = id;
          show();
        },
      });
      const numeric = !['name', 'session', 'start'].includes(id);
      return make('th', { class: numeric ? 'number' : '', 'aria-sort': order }, button);
    }

    function line({ trace, index }) {
      const used = trace.usage || {};
      const number = (text, css) => make('td', { class: `number ${css || ''}`, text });
      return make('tr', { onclick: () => open(index) },
        make('td', { class: 'name role', 'data-role': trace.role }, make('button', { class: 'ellipsis' }, make('bdi', { text: trace.name })),
          make('div', { class: 'quiet mono', text: trace.id })),
        make('td', { class: 'number', text: Text.moment(trace.start) }),
        number(Text.duration(trace.duration)),
        number(Text.count(trace.spans)),
        number(trace.errors ? Text.count(trace.errors) : '', 'error-text'),
        number(Text.tokens(used)),
        number(used.cost === undefined ? '' : Text.cost(used.cost)),
        make('td', {}, make('bdi', { text: trace.session || '' })));
    }

    function show() {
      const found = wanted();
      head.replaceChildren(make('tr', {}, ...COLUMNS.map(heading)));
      body.replaceChildren(...found.slice(0, limit).map(line));
      more.hidden = found.length <= limit;
      more.textContent = `Show more (${Text.count(found.length - limit)} left)`;
    }

    search.addEventListener('input', () => {
      limit = PAGE;
      show();
    });
    more.addEventListener('click', () => {
      limit += PAGE;
      show();
    });
    show();
  }

  return { start };
})();
