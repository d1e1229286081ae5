"""alibabacloud_imageseg20191230 4: makes the calls that come as lines of JSON; see conformance/README.md."""
import json
import re
import sys

from alibabacloud_imageseg20191230 import models
from alibabacloud_imageseg20191230.client import Client
from alibabacloud_tea_openapi import models as openapi
from alibabacloud_tea_util.models import RuntimeOptions

OPTIONS = RuntimeOptions(autoretry=False, read_timeout=30_000, ignore_ssl=True)


def client(call):
    made = Client(openapi.Config(
        access_key_id=call["id"], access_key_secret=call["secret"], endpoint=call["endpoint"], protocol=call["protocol"],
        region_id="cn-shanghai"))
    # Where files are to be sent; the configuration's value for it does not reach the client.
    made._open_platform_endpoint = call["endpoint"]
    return made


def method(call, suffix):
    return getattr(client(call), re.sub(r"(?<=[a-z])(?=[A-Z])", "_", call["action"]).lower() + suffix)


def by_model(call):
    request = getattr(models, call["action"] + "Request")().from_map(call["parameters"])
    return method(call, "_with_options")(request, OPTIONS).body.to_map()


def by_file(call):
    request = getattr(models, call["action"] + "AdvanceRequest")()
    request.image_urlobject = open(call["parameters"]["ImageURL"], "rb")
    if "MaskImageURL" in call["parameters"]:
        request.mask_image_urlobject = open(call["parameters"]["MaskImageURL"], "rb")
    return method(call, "_advance")(request, OPTIONS).body.to_map()


def by_name(call):
    parameters = openapi.Params(
        action=call["action"], version="2019-12-30", protocol="HTTP", pathname="/", method="POST", auth_type="AK",
        style="RPC", req_body_type="formData", body_type="json")
    place = "body" if call["way"] == "FORM" else "query"
    request = openapi.OpenApiRequest(**{place: call["parameters"]})
    return client(call).call_api(parameters, request, OPTIONS)["body"]


WAYS = {"MODEL": by_model, "FILE": by_file, "QUERY": by_name, "FORM": by_name}

for line in sys.stdin:
    call = json.loads(line)
    try:
        made = {"answer": WAYS[call["way"]](call)}
    except Exception as refused:
        made = {"error": {"code": getattr(refused, "code", repr(refused)), "message": str(refused)}}
    print(json.dumps(made), flush=True)
