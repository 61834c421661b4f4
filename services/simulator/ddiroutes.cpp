// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/ddirules.h"

namespace falconer {

namespace {

// Every rule of the device side asks for the token first.
template <Rule rule> SimResponse authorized(SimContext &context)
{
    if (const auto refused = refuseDevice(context))
        return *refused;
    return rule(context);
}

} // namespace

void addDdiRoutes(Routes &routes)
{
    const auto none = BodyKind::None;
    const auto object = BodyKind::Object;
    const auto add = [&](const char *method, const char *path, BodyKind body, Rule rule) {
        routes.addDevice(method, path, body, rule);
    };
    add("GET", "{x}", none, authorized<pollDevice>);
    add("PUT", "{x}/configData", object, authorized<putConfigData>);
    add("GET", "{x}/deploymentBase/{n}", none, authorized<getDeploymentBase>);
    add("POST", "{x}/deploymentBase/{n}/feedback", object, authorized<postDeploymentFeedback>);
    add("GET", "{x}/cancelAction/{n}", none, authorized<getCancelAction>);
    add("POST", "{x}/cancelAction/{n}/feedback", object, authorized<postCancelFeedback>);
    add("GET", "{x}/installedBase/{n}", none, authorized<getInstalledBase>);
    add("PUT", "{x}/installedBase", object, authorized<putInstalledBase>);
    add("GET", "{x}/confirmationBase", none, authorized<getConfirmationBase>);
    add("GET", "{x}/confirmationBase/{n}", none, authorized<getConfirmation>);
    add("POST", "{x}/confirmationBase/{n}/feedback", object, authorized<postConfirmationFeedback>);
    add("POST", "{x}/confirmationBase/activateAutoConfirm", BodyKind::OptionalObject,
        authorized<activateAutoConfirmByDevice>);
    add("POST", "{x}/confirmationBase/deactivateAutoConfirm", none,
        authorized<deactivateAutoConfirmByDevice>);
    add("GET", "{x}/softwaremodules/{n}/artifacts", none, authorized<listDeviceArtifacts>);
    add("GET", "{x}/softwaremodules/{n}/artifacts/{x}", none, authorized<downloadDeviceArtifact>);
}

} // namespace falconer
