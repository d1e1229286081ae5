'use strict';
// @alicloud/imageseg20191230: makes the calls that come as lines of JSON; see conformance/README.md.

const fs = require('fs');
const library = require('@alicloud/imageseg20191230');
const { $OpenApiUtil } = require('@alicloud/openapi-core');
const { RuntimeOptions } = require('@darabonba/typescript');

const options = new RuntimeOptions({ autoretry: false, readTimeout: 30000, ignoreSSL: true });

function client(call) {
  const made = new library.default(new $OpenApiUtil.Config({
    accessKeyId: call.id,
    accessKeySecret: call.secret,
    endpoint: call.endpoint,
    protocol: call.protocol,
    regionId: 'cn-shanghai',
  }));
  // Where files are to be sent; the configuration's value for it does not reach the client.
  made._openPlatformEndpoint = call.endpoint;
  return made;
}

async function byModel(call) {
  const isFile = call.way === 'FILE';
  const Request = library[call.action + (isFile ? 'AdvanceRequest' : 'Request')];
  const fields = Object.entries(Request.names())
    .filter(([, name]) => name in call.parameters)
    .map(([field, name]) => [field, isFile ? fs.createReadStream(call.parameters[name]) : call.parameters[name]]);
  const method = call.action[0].toLowerCase() + call.action.slice(1) + (isFile ? 'Advance' : 'WithOptions');
  const response = await client(call)[method](new Request(Object.fromEntries(fields)), options);
  return response.body.toMap();
}

async function byName(call) {
  const params = new $OpenApiUtil.Params({
    action: call.action,
    version: '2019-12-30',
    protocol: 'HTTP',
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const place = call.way === 'FORM' ? 'body' : 'query';
  const request = new $OpenApiUtil.OpenApiRequest({ [place]: call.parameters });
  return (await client(call).callApi(params, request, options)).body;
}

require('./lines.js')((call) => (['MODEL', 'FILE'].includes(call.way) ? byModel(call) : byName(call)));
