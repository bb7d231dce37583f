/** The rows of a trace: which are children of which, which are open, which are wanted. */
class Rows {
  constructor(rows) {
    this.all = rows;
    this.depth = new Int32Array(rows.length);
    this.below = rows.map(() => []);
    this.requestedBy = new Map();
    this.byId = new Map();
    this.closed = new Set();
    this.wanted = null;
    rows.forEach((row, index) => this.place(row, index));
    this.refresh();
  }

  place(row, index) {
    this.byId.set(row.id, index);
    if (row.parent >= 0) {
      this.depth[index] = this.depth[row.parent] + 1;
      this.below[row.parent].push(index);
    }
    if (row.requester !== undefined) {
      if (!this.requestedBy.has(row.requester)) {
        this.requestedBy.set(row.requester, []);
      }
      this.requestedBy.get(row.requester).push(index);
    }
  }

  /** Works out which rows are shown. While some are wanted, all that lead to them are open. */
  refresh() {
    this.shown = [];
    this.position = new Int32Array(this.all.length).fill(-1);
    const hidden = new Uint8Array(this.all.length);
    const leads = this.wanted === null ? null : this.leading();
    for (let index = 0; index < this.all.length; index++) {
      const parent = this.all[index].parent;
      hidden[index] = parent >= 0 && (hidden[parent] || (leads === null && this.closed.has(parent))) ? 1 : 0;
      if (!hidden[index] && (leads === null || leads[index])) {
        this.position[index] = this.shown.length;
        this.shown.push(index);
      }
    }
  }

  leading() {
    const leads = Uint8Array.from(this.wanted);
    for (let index = this.all.length - 1; index >= 0; index--) {
      if (leads[index] && this.all[index].parent >= 0) {
        leads[this.all[index].parent] = 1;
      }
    }
    return leads;
  }

  /** Keeps the rows that a test accepts, and those above them; all rows without a test. */
  filter(test) {
    this.wanted = test === null ? null : Uint8Array.from(this.all, (row) => (test(row) ? 1 : 0));
    this.refresh();
  }

  countWanted() {
    return this.wanted === null ? this.all.length : this.wanted.reduce((sum, one) => sum + one, 0);
  }

  toggle(index, close = !this.closed.has(index)) {
    if (close && this.below[index].length > 0) {
      this.closed.add(index);
    } else {
      this.closed.delete(index);
    }
    this.refresh();
  }

  /** Opens everything, or leaves only roots and their children. */
  toggleAll(close) {
    this.closed = new Set();
    if (close) {
      this.all.forEach((row, index) => {
        if (this.below[index].length > 0 && this.depth[index] > 0) {
          this.closed.add(index);
        }
      });
    }
    this.refresh();
  }

  /** Opens what a row lies in. */
  reveal(index) {
    let changed = false;
    for (let row = this.all[index].parent; row >= 0; row = this.all[row].parent) {
      changed = this.closed.delete(row) || changed;
    }
    if (changed) {
      this.refresh();
    }
  }

  requested(index) {
    return this.requestedBy.get(index) || [];
  }
}
