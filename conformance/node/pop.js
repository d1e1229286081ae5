'use strict';
// @alicloud/pop-core: makes the calls that come as lines of JSON; see conformance/README.md.

const { RPCClient } = require('@alicloud/pop-core');

require('./lines.js')((call) => {
  const client = new RPCClient({
    accessKeyId: call.id,
    accessKeySecret: call.secret,
    endpoint: 'http://' + call.endpoint,
    apiVersion: '2019-12-30',
    opts: { timeout: 30000 },
  });
  return client.request(call.action, call.parameters, { method: call.way === 'FORM' ? 'POST' : 'GET' });
});
