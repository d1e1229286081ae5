"""alibabacloud_imageseg20191230 1: makes the calls that come as lines of JSON; see conformance/README.md."""
import json
import re
import sys

from alibabacloud_imageseg20191230 import client as library
from alibabacloud_imageseg20191230 import models
from alibabacloud_openplatform20191219.client import Client as OpenPlatformClient
from alibabacloud_tea_rpc.models import Config
from alibabacloud_tea_util.models import RuntimeOptions

OPTIONS = RuntimeOptions(autoretry=False, read_timeout=30_000, ignore_ssl=True)


def client(call):
    return library.Client(Config(
        access_key_id=call["id"], access_key_secret=call["secret"], endpoint=call["endpoint"], protocol=call["protocol"],
        type="access_key", region_id="cn-shanghai"))


def method(call, suffix):
    return getattr(client(call), re.sub(r"(?<=[a-z])(?=[A-Z])", "_", call["action"]).lower() + suffix)


def by_model(call):
    # This version's models insist on what is required before anything is sent; an empty text passes.
    request = getattr(models, call["action"] + "Request")().from_map({"ImageURL": "", **call["parameters"]})
    return method(call, "")(request, OPTIONS).to_map()


def by_file(call):
    def here(config):
        config.endpoint = call["endpoint"]
        return OpenPlatformClient(config)

    # The library has the host that files are announced to as a literal.
    library.OpenPlatformClient = here
    request = getattr(models, call["action"] + "AdvanceRequest")()
    request.image_urlobject = open(call["parameters"]["ImageURL"], "rb")
    if "MaskImageURL" in call["parameters"]:
        request.mask_image_url = call["parameters"]["MaskImageURL"]
    return method(call, "_advance")(request, OPTIONS).to_map()


def by_name(call):
    query, body = (None, call["parameters"]) if call["way"] == "FORM" else (call["parameters"], None)
    return client(call).do_request(call["action"], "HTTP", "POST", "2019-12-30", "AK", query, body, OPTIONS)


WAYS = {"MODEL": by_model, "FILE": by_file, "QUERY": by_name, "FORM": by_name}

for line in sys.stdin:
    call = json.loads(line)
    try:
        made = {"answer": WAYS[call["way"]](call)}
    except Exception as refused:
        made = {"error": {"code": getattr(refused, "code", repr(refused)), "message": str(refused)}}
    print(json.dumps(made), flush=True)
