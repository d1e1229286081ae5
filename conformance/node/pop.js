'use strict';
// @alicloud/pop-core: makes the calls that come as lines of JSON; see conformance/README.md.

const https = require('https');
const { RPCClient } = require('@alicloud/pop-core');

const trusting = new https.Agent({ rejectUnauthorized: false });

require('./lines.js')((call) => {
  const client = new RPCClient({
    accessKeyId: call.id,
    accessKeySecret: call.secret,
    endpoint: call.protocol + '://' + call.endpoint,
    apiVersion: '2019-12-30',
    opts: call.protocol === 'https' ? { timeout: 30000, agent: trusting } : { timeout: 30000 },
  });
  return client.request(call.action, call.parameters, { method: call.dialect.method });
});
