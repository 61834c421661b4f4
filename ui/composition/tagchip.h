// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettags.h"

#include <QMimeData>
#include <QToolButton>

namespace falconer {

// A tag of distribution sets with its colour: a click takes it or gives it, a drag carries it to
// another set.
class TagChip final : public QToolButton {
    Q_OBJECT

public:
    // isGiven: to the set that is looked at.
    TagChip(const DistributionSetTag &tag, bool isGiven, QWidget *parent = nullptr);

    const DistributionSetTag &tag() const { return m_tag; }
    bool isGiven() const { return m_isGiven; }

signals:
    void dragBegun(const QMimeData *data);
    void dragEnded();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawDot();

    DistributionSetTag m_tag;
    bool m_isGiven;
    QPoint m_pressedAt;
};

} // namespace falconer
