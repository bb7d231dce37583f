/** What the scripts of all of Spanloom's pages share. */
const Page = (() => {
  /** The JSON block of this id; parsed at each call, so that big ones can be let go of. */
  function data(id) {
    const block = document.getElementById(id);
    return block === null ? null : JSON.parse(block.textContent);
  }

  /**
   * An element. Properties: class, text, data-* and other attributes, on* listeners. Children are
   * elements or text: never markup.
   */
  function element(tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) {
        continue;
      }
      if (name === 'text') {
        made.textContent = value;
      } else if (name.startsWith('on')) {
        made.addEventListener(name.slice(2), value);
      } else {
        made.setAttribute(name, value === true ? '' : value);
      }
    }
    for (const child of children.flat()) {
      if (child !== null && child !== undefined) {
        made.append(child);
      }
    }
    return made;
  }

  const darkSystem = () => matchMedia('(prefers-color-scheme: dark)').matches;

  /** Makes a button switch between light and dark, for as long as the page is open. */
  function themeButton(button) {
    const root = document.documentElement;
    const isDark = () => (root.dataset.theme || (darkSystem() ? 'dark' : 'light')) === 'dark';
    const show = () => {
      button.textContent = isDark() ? 'Light' : 'Dark';
    };
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      show();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
    show();
  }

  return { data, element, themeButton };
})();
