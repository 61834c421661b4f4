// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/routes.h"

namespace falconer {

Dispatcher::Dispatcher()
{
    addUserInfoRoutes(m_routes);
    addModuleTypeRoutes(m_routes);
    addModuleRoutes(m_routes);
    addArtifactRoutes(m_routes);
    addSetTypeRoutes(m_routes);
    addSetRoutes(m_routes);
    addTargetTypeRoutes(m_routes);
    addTargetRoutes(m_routes);
    addMetadataRoutes(m_routes);
    addTagRoutes(m_routes);
    addFilterRoutes(m_routes);
    addConfigRoutes(m_routes);
    addDeploymentRoutes(m_routes);
    addActionRoutes(m_routes);
    addDdiRoutes(m_routes);
}

} // namespace falconer
