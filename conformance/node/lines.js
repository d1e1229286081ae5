'use strict';

const readline = require('readline');

/** Reads calls, a line of JSON each, makes one after the other and writes what became of it, a line each. */
module.exports = async (make) => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let made;
    try {
      made = { answer: await make(JSON.parse(line)) };
    } catch (refused) {
      made = { error: { code: refused.code || refused.name, message: refused.message } };
    }
    process.stdout.write(JSON.stringify(made) + '\n');
  }
  process.exit(0);
};
